using Injector.Templates.Calling;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <summary>A range that is running: what it walks over and how far it is.</summary>
internal sealed class Loop(RangeNode node, Value subject, int variableMark)
{
    private readonly int _count = subject switch
    {
        ListValue list => list.Count,
        MapValue map => map.Count,
        AnyMapValue map => map.Count,
        _ => 0,
    };

    private long _index;

    public RangeNode Node { get; } = node;

    /// <summary>How many variables every round starts with.</summary>
    public int VariableMark { get; } = variableMark;

    /// <summary>Moves to the next element.</summary>
    public bool TryNext(out Operand key, out Operand element)
    {
        switch (subject)
        {
            case ListValue list when _index < _count:
                key = Operand.Exact(IntegerValue.Int(_index));
                element = new Operand(list[(int)_index++], list.ElementsAreAny);
                return true;
            case MapValue map when _index < _count:
                key = Operand.Exact(map.Keys[(int)_index]);
                element = new Operand(map.Values[(int)_index++], map.ElementsAreAny);
                return true;
            case AnyMapValue map when _index < _count:
                var entry = map.Entries[(int)_index++];
                (key, element) = (Operand.Interface(entry.Key), Operand.Interface(entry.Value));
                return true;
            case IntegerValue integer when integer.IsUnsigned ? (ulong)_index < integer.Unsigned : _index < integer.Signed:
                key = Operand.Invalid;
                element = Operand.Exact(IntegerValue.OfType(_index++, integer.Type));
                return true;
            case ChannelValue channel when channel.TryReceive(out var number):
                key = Operand.Exact(IntegerValue.Int(_index++));
                element = Operand.Exact(IntegerValue.Int64(number));
                return true;
            default:
                (key, element) = (default, default);
                return false;
        }
    }
}
