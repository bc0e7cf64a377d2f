using Injector.Templates.Values;

namespace Injector.Templates.Functions.Maps;

/// <summary>
/// Finds maps inside values. A map must not come to contain itself: everything that walks values ends because they are trees.
/// </summary>
internal static class Containment
{
    public const string Refusal = "the map would contain itself";

    public static bool Holds(Value value, Value map)
    {
        if (value is not (MapValue or ListValue or AnyMapValue))
        {
            return false;
        }

        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Value>([value]);
        while (pending.TryPop(out var current))
        {
            if (ReferenceEquals(current, map))
            {
                return true;
            }

            if (current is MapValue or ListValue or AnyMapValue && seen.Add(current))
            {
                PushMembers(pending, current);
            }
        }

        return false;
    }

    private static void PushMembers(Stack<Value> pending, Value value)
    {
        switch (value)
        {
            case MapValue map:
                foreach (var member in map.Values)
                {
                    pending.Push(member);
                }

                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    pending.Push(item);
                }

                break;
            case AnyMapValue map:
                foreach (var entry in map.Entries)
                {
                    pending.Push(entry.Value);
                }

                break;
        }
    }
}
