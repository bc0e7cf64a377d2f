using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Lists;

/// <summary>sprig's functions on lists. Those that can fail exist twice, with and without <c>must</c>; here both fail the same way.</summary>
internal static class ListFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("sprig_list", [Any], List, static call => ListValue.Of(call.ToArray())),
        FunctionDefinition.Variadic("sprig_tuple", [Any], List, static call => ListValue.Of(call.ToArray())),
        .. Pair("first", [Any], Any, static call => First(call)),
        .. Pair("last", [Any], Any, static call => Last(call)),
        .. Pair("rest", [Any], List, static call => Rest(call)),
        .. Pair("initial", [Any], List, static call => Initial(call)),
        .. Pair("append", [Any, Any], List, static call => Push(call)),
        .. Pair("push", [Any, Any], List, static call => Push(call)),
        .. Pair("prepend", [Any, Any], List, static call => Prepend(call)),
        .. Pair("reverse", [Any], List, static call => Reverse(call)),
        .. Pair("compact", [Any], List, static call => Compact(call)),
        .. Pair("uniq", [Any], List, static call => Unique(call)),
        .. Pair("has", [Any, Any], Bool, static call => Has(call)),
        .. Pair("chunk", [Int, Any], ListOfLists, static call => Chunks.Cut(call)),
        FunctionDefinition.Variadic("sprig_without", [Any, Any], List, static call => Without(call)),
        FunctionDefinition.Variadic("sprig_mustWithout", [Any, Any], List, static call => Without(call)),
        FunctionDefinition.Variadic("sprig_slice", [Any, Any], Any, static call => Slice(call)),
        FunctionDefinition.Variadic("sprig_mustSlice", [Any, Any], Any, static call => Slice(call)),
        FunctionDefinition.Variadic("sprig_concat", [Any], Any, static call => Concat(call)),
    ];

    private static FunctionDefinition[] Pair(string name, GoType[] parameters, GoType result, FunctionBody body) =>
    [
        new("sprig_" + name, parameters, result, body),
        new($"sprig_must{char.ToUpperInvariant(name[0])}{name[1..]}", parameters, result, body),
    ];

    private static Value First(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot find first on type", out var list) && list.Count > 0
        ? list[0]
        : Value.Nil;

    private static Value Last(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot find last on type", out var list) && list.Count > 0
        ? list[list.Count - 1]
        : Value.Nil;

    private static Value Rest(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot find rest on type", out var list)
        ? list.Count == 0 ? ListValue.NilOf(List) : ListValue.Of(list.Items[1..].ToArray())
        : Value.Nil;

    private static Value Initial(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot find initial on type", out var list)
        ? list.Count == 0 ? ListValue.NilOf(List) : ListValue.Of(list.Items[..^1].ToArray())
        : Value.Nil;

    private static Value Push(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot push on type", out var list)
        ? ListValue.Of([.. list.Items, call[1]])
        : Value.Nil;

    private static Value Prepend(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot prepend on type", out var list)
        ? ListValue.Of([call[1], .. list.Items])
        : Value.Nil;

    private static Value Reverse(FunctionCall call)
    {
        if (!ListArgument.TryGet(call, 0, "Cannot find reverse on type", out var list))
        {
            return Value.Nil;
        }

        var items = list.Items.ToArray();
        Array.Reverse(items);
        return ListValue.Of(items);
    }

    private static Value Compact(FunctionCall call) => ListArgument.TryGet(call, 0, "Cannot compact on type", out var list)
        ? ListValue.Of([.. list.Items.ToArray().Where(static item => !Emptiness.IsEmpty(item))])
        : Value.Nil;

    private static Value Unique(FunctionCall call)
    {
        if (!ListArgument.TryGet(call, 0, "Cannot find uniq on type", out var list))
        {
            return Value.Nil;
        }

        var seen = new List<Value>();
        foreach (var item in list.Items)
        {
            if (!seen.Exists(other => DeepEquality.Holds(item, other)))
            {
                seen.Add(item);
            }
        }

        return ListValue.Of([.. seen]);
    }

    private static Value Has(FunctionCall call)
    {
        if (call[1].IsNil)
        {
            return BoolValue.False;
        }

        if (!ListArgument.TryGet(call, 1, "Cannot find has on type", out var list))
        {
            return Value.Nil;
        }

        var needle = call[0];
        return BoolValue.From(Array.Exists(list.Items.ToArray(), item => DeepEquality.Holds(needle, item)));
    }

    private static Value Without(FunctionCall call)
    {
        if (!ListArgument.TryGet(call, 0, "Cannot find without on type", out var list))
        {
            return Value.Nil;
        }

        var unwanted = call.ToArray(1);
        return ListValue.Of([.. list.Items.ToArray().Where(item => !Array.Exists(unwanted, other => DeepEquality.Holds(item, other)))]);
    }

    private static Value Slice(FunctionCall call)
    {
        if (!ListArgument.TryGet(call, 0, "list should be type of slice or array but", out var list) || list.Count == 0)
        {
            return Value.Nil;
        }

        var start = call.Count > 1 ? CastNumber.ToInteger(call[1]) : 0;
        var end = call.Count > 2 ? CastNumber.ToInteger(call[2]) : list.Count;
        return start < 0 || end < start || end > list.Count
            ? call.Fail("reflect.Value.Slice: slice index out of bounds")
            : list.Slice((int)start, (int)end);
    }

    private static Value Concat(FunctionCall call)
    {
        var items = new List<Value>();
        for (var i = 0; i < call.Count; i++)
        {
            if (call[i] is not ListValue list)
            {
                ListArgument.TryGet(call, i, "Cannot concat type", out _);
                return call[i].IsNil ? Value.Nil : call.Fail($"Cannot concat type {KindName.Of(call[i])} as list");
            }

            items.AddRange(list.Items);
        }

        return items.Count == 0 ? ListValue.NilOf(List) : ListValue.Of([.. items]);
    }
}
