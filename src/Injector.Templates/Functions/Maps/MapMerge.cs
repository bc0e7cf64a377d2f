using System.Runtime.CompilerServices;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Maps;

/// <summary>Deep merge of maps into a map, with the rules of the mergo library: nested maps are merged, everything else is kept or replaced.</summary>
internal static class MapMerge
{
    public static void Apply(MapValue target, MapValue source, MergeRule rule)
    {
        if (ReferenceEquals(target, source) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        // The source may be part of the target: take its entries before changing anything.
        var (keys, values) = (source.Keys.ToArray(), source.Values.ToArray());
        for (var i = 0; i < keys.Length; i++)
        {
            MergeEntry(target, keys[i], values[i], rule);
        }
    }

    private static void MergeEntry(MapValue target, StringValue key, Value value, MergeRule rule)
    {
        if (!target.TryGet(key.Span, out var present))
        {
            if (!value.IsNil || rule == MergeRule.Overwrite)
            {
                target.Set(key, value);
            }

            return;
        }

        if (value is MapValue from && present is MapValue { IsNilMap: false, Count: > 0 } into)
        {
            Apply(into, from, rule);
        }
        else if (value is AnyMapValue more && present is AnyMapValue { Count: > 0 } map)
        {
            Apply(map, more, rule);
        }
        else if (rule == MergeRule.Overwrite || (Emptiness.IsEmpty(present) && !value.IsNil))
        {
            target.Set(key, value);
        }
    }

    private static void Apply(AnyMapValue target, AnyMapValue source, MergeRule rule)
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
