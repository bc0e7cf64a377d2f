using System.Runtime.CompilerServices;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Maps;

/// <summary>Deep merge of maps into a map, with the rules of the mergo library: nested maps are merged, everything else is kept or replaced.</summary>
internal sealed class MapMerge(MergeRule rule)
{
    /// <summary>Pairs of maps that are merged already: what occurs twice is merged once.</summary>
    private readonly HashSet<(Value Target, Value Source)> _done = new(new PairIdentity());

    /// <summary>Merges; false when a map would come to contain itself.</summary>
    public bool TryApply(MapValue target, MapValue source)
    {
        if (ReferenceEquals(target, source) || !_done.Add((target, source)) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        // The source may be part of the target: take its entries before changing anything.
        var (keys, values) = (source.Keys.ToArray(), source.Values.ToArray());
        for (var i = 0; i < keys.Length; i++)
        {
            if (!TryMergeEntry(target, keys[i], values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryMergeEntry(MapValue target, StringValue key, Value value)
    {
        if (target.TryGet(key.Span, out var present))
        {
            if (value is MapValue from && present is MapValue { IsNilMap: false, Count: > 0 } into)
            {
                return TryApply(into, from);
            }

            if (value is AnyMapValue more && present is AnyMapValue { Count: > 0 } map)
            {
                Merge(map, more);
                return true;
            }
        }

        var replaces = rule == MergeRule.Overwrite || (!value.IsNil && (present is null || Emptiness.IsEmpty(present)));
        if (!replaces)
        {
            return true;
        }

        if (Containment.Holds(value, target))
        {
            return false;
        }

        target.Set(key, value);
        return true;
    }

    private void Merge(AnyMapValue target, AnyMapValue source)
    {
        foreach (var (key, value) in source.Entries.ToArray())
        {
            if (!target.TryGet(key, out var present) || rule == MergeRule.Overwrite || Emptiness.IsEmpty(present))
            {
                target.Set(key, value);
            }
        }
    }
}
