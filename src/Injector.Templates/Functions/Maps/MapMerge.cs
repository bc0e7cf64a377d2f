using System.Runtime.CompilerServices;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Maps;

/// <summary>Deep merge of maps into a map, with the rules of the mergo library: nested maps are merged, everything else is kept or replaced.</summary>
internal sealed class MapMerge(MergeRule rule)
{
    private const string WrongKey = "reflect.Value.MapIndex: value of type interface {} is not assignable to type string";

    /// <summary>Pairs of maps that are merged already: what occurs twice is merged once.</summary>
    private readonly HashSet<(Value Target, Value Source)> _done = new(new PairIdentity());

    /// <summary>Merges; what is wrong when the maps do not fit, or when one would come to contain itself.</summary>
    public string? Apply(MapValue target, MapValue source)
    {
        if (IsSettled(target, source))
        {
            return null;
        }

        // The source may be part of the target: take its entries before changing anything.
        var (keys, values) = (source.Keys.ToArray(), source.Values.ToArray());
        string? problem = null;
        for (var i = 0; i < keys.Length && problem is null; i++)
        {
            _ = target.TryGet(keys[i].Span, out var present);
            if (Replaces(target, present, values[i], out problem))
            {
                target.Set(keys[i], values[i]);
            }
        }

        return problem;
    }

    private string? Apply(AnyMapValue target, IEnumerable<KeyValuePair<Value, Value>> entries)
    {
        string? problem = null;
        foreach (var (key, value) in entries)
        {
            _ = target.TryGet(key, out var present);
            if (Replaces(target, present, value, out problem))
            {
                target.Set(key, value);
            }

            if (problem is not null)
            {
                break;
            }
        }

        return problem;
    }

    /// <summary>Whether the value goes into the target; before that, a map is merged into the map that is there already.</summary>
    private bool Replaces(Value target, Value? present, Value value, out string? problem)
    {
        problem = null;
        if (present is not null && value is MapValue or AnyMapValue && present is AnyMapValue or MapValue { IsNilMap: false })
        {
            problem = MergeMaps(present, value);
            if (problem is not null || !Emptiness.IsEmpty(present))
            {
                return false;
            }
        }

        if (rule != MergeRule.Overwrite && (value.IsNil || (present is not null && !Emptiness.IsEmpty(present))))
        {
            return false;
        }

        problem = Containment.Holds(value, target) ? Containment.Refusal : null;
        return problem is null;
    }

    private string? MergeMaps(Value target, Value source) => (target, source) switch
    {
        (MapValue into, MapValue from) => Apply(into, from),
        (MapValue, AnyMapValue from) => from.Count > 0 ? WrongKey : null,
        _ when IsSettled(target, source) => null,
        (AnyMapValue into, AnyMapValue from) => Apply(into, from.Entries.ToArray()),
        (AnyMapValue into, MapValue from) => Apply(into, EntriesOf(from)),
        _ => null,
    };

    private bool IsSettled(Value target, Value source) =>
        ReferenceEquals(target, source) || !_done.Add((target, source)) || !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    private static KeyValuePair<Value, Value>[] EntriesOf(MapValue map)
    {
        var entries = new KeyValuePair<Value, Value>[map.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = KeyValuePair.Create<Value, Value>(map.Keys[i], map.Values[i]);
        }

        return entries;
    }
}
