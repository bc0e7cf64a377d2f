using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Builtins;

/// <summary><c>len</c>, <c>index</c> and <c>slice</c>.</summary>
internal static class IndexFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("len", [Reflected], GoType.Int, Length) { Traits = FunctionTraits.BuiltIn },
        FunctionDefinition.Variadic("index", [Reflected, Reflected], Reflected, Index, FunctionTraits.BuiltIn),
        FunctionDefinition.Variadic("slice", [Reflected, Reflected], Reflected, Slice, FunctionTraits.BuiltIn),
    ];

    private static Value Length(FunctionCall call)
    {
        return call[0] switch
        {
            NilValue => call.Fail(call.Operands[0].IsInterface ? "len of nil pointer" : "reflect: call of reflect.Value.Type on zero Value"),
            NilPointerValue => call.Fail("len of nil pointer"),
            TextValue text => IntegerValue.Int(text.Length),
            ListValue list => IntegerValue.Int(list.Count),
            MapValue map => IntegerValue.Int(map.Count),
            AnyMapValue map => IntegerValue.Int(map.Count),
            ChannelValue => IntegerValue.Int(0),
            var other => call.Fail("len of type " + other.TypeName.TrimStart('*')),
        };
    }

    private static Value Index(FunctionCall call)
    {
        var item = call[0];
        if (item.IsNil)
        {
            return call.Fail("index of untyped nil");
        }

        for (var i = 1; i < call.Count && call.Scope.Failure is null; i++)
        {
            item = Step(call, item, call[i]);
        }

        return item;
    }

    private static Value Step(FunctionCall call, Value item, Value index)
    {
        switch (item)
        {
            case NilValue or NilPointerValue:
                return call.Fail("index of nil pointer");
            case TextValue text when TryPosition(call, index, text.Length, out var position):
                return position < text.Length ? IntegerValue.UInt8(text.Span[position]) : call.Fail("reflect: string index out of range");
            case ListValue list when TryPosition(call, index, list.Count, out var position):
                return position < list.Count ? list[position] : call.Fail("reflect: slice index out of range");
            case TextValue or ListValue:
                return Value.Nil;
            case MapValue map when index is StringValue key:
                return map.TryGet(key.Span, out var element) ? element : map.ElementsAreAny ? Value.Nil : StringValue.Empty;
            case MapValue:
                return call.Fail(index.IsNil ? "value is nil; should be of type string" : $"value has type {index.TypeName}; should be string");
            case AnyMapValue when index is ListValue or MapValue or AnyMapValue:
                return call.Fail("runtime error: hash of unhashable type " + index.TypeName);
            case AnyMapValue map:
                return map.TryGet(index, out var found) ? found : Value.Nil;
            default:
                return call.Fail("can't index item of type " + item.TypeName.TrimStart('*'));
        }
    }

    private static bool TryPosition(FunctionCall call, Value index, int length, out int position)
    {
        position = 0;
        if (index is not IntegerValue integer)
        {
            call.Fail(index.IsNil ? "cannot index slice/array with nil" : "cannot index slice/array with type " + index.TypeName);
            return false;
        }

        if (integer.Signed < 0 || integer.Signed > length)
        {
            call.Fail("index out of range: " + integer.Signed.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        position = (int)integer.Signed;
        return true;
    }

    private static Value Slice(FunctionCall call)
    {
        var item = call[0];
        if (item.IsNil)
        {
            return call.Fail("slice of untyped nil");
        }

        var indexes = call.Count - 1;
        if (indexes > 3)
        {
            return call.Fail("too many slice indexes: " + indexes.ToString(CultureInfo.InvariantCulture));
        }

        if (item is not (TextValue or ListValue))
        {
            return call.Fail("can't slice item of type " + item.TypeName);
        }

        if (item is TextValue && indexes == 3)
        {
            return call.Fail("cannot 3-index slice a string");
        }

        var length = item is TextValue text ? text.Length : ((ListValue)item).Count;
        return TryBounds(call, length, out var start, out var end) ? Cut(item, start, end) : Value.Nil;
    }

    private static bool TryBounds(FunctionCall call, int length, out int start, out int end)
    {
        Span<int> bounds = [0, length, length];
        for (var i = 1; i < call.Count; i++)
        {
            // Unlike index, slice does not look into the interface that an element of a list or map is.
            if (call.Operands[i].IsInterface)
            {
                call.Fail("cannot index slice/array with type interface {}");
                break;
            }

            if (!TryPosition(call, call[i], length, out bounds[i - 1]))
            {
                break;
            }
        }

        (start, end) = (bounds[0], bounds[1]);
        if (call.Scope.Failure is not null)
        {
            return false;
        }

        return InOrder(call, start, end) && (call.Count < 4 || InOrder(call, end, bounds[2]));
    }

    private static bool InOrder(FunctionCall call, int first, int second)
    {
        if (first > second)
        {
            call.Fail(string.Create(CultureInfo.InvariantCulture, $"invalid slice index: {first} > {second}"));
        }

        return first <= second;
    }

    private static Value Cut(Value item, int start, int end) => item switch
    {
        StringValue text => new StringValue(text.Bytes[start..end]),
        NumberTextValue number => new NumberTextValue(number.Bytes[start..end]),
        _ => ((ListValue)item).Slice(start, end),
    };
}
