using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;
using static Injector.Templates.Calling.FunctionTraits;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Maps;

/// <summary>sprig's functions on maps. Keys come sorted where the original leaves the order open.</summary>
internal static class MapFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("sprig_dict", [Any], Map, static call => Create(call)),
        new("sprig_get", [Map, GoType.String], Any, static call => call.Map(0).TryGet(call.Bytes(1), out var value) ? value : StringValue.Empty),
        new("sprig_set", [Map, GoType.String, Any], Map, static call => Set(call)) { Traits = ChangesArguments },
        new("sprig_unset", [Map, GoType.String], Map, static call => Unset(call)) { Traits = ChangesArguments },
        new("sprig_hasKey", [Map, GoType.String], Bool, static call => BoolValue.From(call.Map(0).TryGet(call.Bytes(1), out _))),
        FunctionDefinition.Variadic("sprig_pluck", [GoType.String, Map], List, static call => Pluck(call)),
        FunctionDefinition.Variadic("sprig_keys", [Map], StringList, static call => Keys(call)),
        new("sprig_values", [Map], List, static call => ListValue.Of(call.Map(0).Values.ToArray())),
        FunctionDefinition.Variadic("sprig_pick", [Map, GoType.String], Map, static call => Pick(call)),
        FunctionDefinition.Variadic("sprig_omit", [Map, GoType.String], Map, static call => Omit(call)),
        FunctionDefinition.Variadic("sprig_merge", [Map, Map], Any, static call => Merge(call, MergeRule.Keep), ChangesArguments),
        FunctionDefinition.Variadic("sprig_mustMerge", [Map, Map], Any, static call => Merge(call, MergeRule.Keep), ChangesArguments),
        FunctionDefinition.Variadic("sprig_mergeOverwrite", [Map, Map], Any, static call => Merge(call, MergeRule.Overwrite), ChangesArguments),
        FunctionDefinition.Variadic("sprig_mustMergeOverwrite", [Map, Map], Any, static call => Merge(call, MergeRule.Overwrite), ChangesArguments),
        new("mergeMap", [Map, Map], Map, static call => Merge(call, MergeRule.Keep)) { Traits = ChangesArguments },
        new("mergeMapWithOverride", [Map, Map], Map, static call => Merge(call, MergeRule.Overwrite)) { Traits = ChangesArguments },
        new("sprig_deepCopy", [Any], Any, static call => Copy(call)),
        new("sprig_mustDeepCopy", [Any], Any, static call => Copy(call)),
        FunctionDefinition.Variadic("sprig_dig", [Any], Any, static call => Dig(call)),
        new("explodeMap", [Map], Map, static call => Explosion.Apply(call)),
    ];

    private static MapValue Create(FunctionCall call)
    {
        var map = MapValue.Create();
        for (var i = 0; i < call.Count; i += 2)
        {
            map.Set(ValueText.Of(call[i]), i + 1 < call.Count ? call[i + 1] : StringValue.Empty);
        }

        return map;
    }

    private static Value Set(FunctionCall call)
    {
        if (call.Map(0).IsNilMap)
        {
            return call.Fail("assignment to entry in nil map");
        }

        if (Containment.Holds(call[2], call.Map(0)))
        {
            return call.Fail(Containment.Refusal);
        }

        call.Map(0).Set(call.String(1), call[2]);
        return call[0];
    }

    private static Value Unset(FunctionCall call)
    {
        call.Map(0).Remove(call.Bytes(1));
        return call[0];
    }

    private static ListValue Pluck(FunctionCall call)
    {
        var found = new List<Value>();
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Map(i).TryGet(call.Bytes(0), out var value))
            {
                found.Add(value);
            }
        }

        return ListValue.Of([.. found]);
    }

    private static ListValue Keys(FunctionCall call)
    {
        var keys = new List<Value>();
        for (var i = 0; i < call.Count; i++)
        {
            keys.AddRange(call.Map(i).Keys);
        }

        return ListValue.OfStrings([.. keys]);
    }

    private static MapValue Pick(FunctionCall call)
    {
        var picked = MapValue.Create();
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Map(0).TryGet(call.Bytes(i), out var value))
            {
                picked.Set(call.String(i), value);
            }
        }

        return picked;
    }

    private static MapValue Omit(FunctionCall call)
    {
        var rest = call.Map(0).ShallowCopy();
        for (var i = 1; i < call.Count; i++)
        {
            rest.Remove(call.Bytes(i));
        }

        return rest;
    }

    private static Value Copy(FunctionCall call) => call[0].IsNil
        ? call.Fail("reflect: call of reflect.Value.Type on zero Value")
        : DeepCopy.Of(call[0]);

    private static Value Merge(FunctionCall call, MergeRule rule)
    {
        var target = call.Map(0);
        var merge = new MapMerge(rule);
        for (var i = 1; i < call.Count; i++)
        {
            // A nil map becomes a map only when there is one to take from.
            target = target.IsNilMap && !call.Map(i).IsNilMap ? MapValue.Create() : target;
            if (merge.Apply(target, call.Map(i)) is { } problem)
            {
                return call.Fail(problem);
            }
        }

        return target;
    }

    private static Value Dig(FunctionCall call)
    {
        if (call.Count < 3)
        {
            return call.Fail("dig needs at least three arguments");
        }

        // Every key is looked at before the first step.
        var current = call[call.Count - 1];
        var keys = call.Count - 2;
        for (var i = 0; i < keys && current is MapValue; i++)
        {
            if (call[i] is not StringValue)
            {
                return call.Fail(WrongType(call[i], "string"));
            }
        }

        for (var i = 0; i < keys; i++)
        {
            if (current is not MapValue { Type: Map } map)
            {
                return call.Fail(WrongType(current, "map[string]interface {}"));
            }

            if (!map.TryGet(call.Bytes(i), out var next))
            {
                return call[call.Count - 2];
            }

            current = next;
        }

        return current;
    }

    private static string WrongType(Value value, string wanted) =>
        $"interface conversion: interface {{}} is {(value.IsNil ? "nil" : value.TypeName)}, not {wanted}";
}
