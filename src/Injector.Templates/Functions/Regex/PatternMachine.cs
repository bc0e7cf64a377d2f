using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>
/// Runs a program over a text by keeping all threads in step, so time is bounded by text length times program size.
/// The first thread in order of preference that matches wins, as in Perl.
/// </summary>
internal sealed class PatternMachine(Instruction[] program, int start, int slots, RegexBudget budget)
{
    private readonly ThreadList _current = new(program.Length, slots);
    private readonly ThreadList _next = new(program.Length, slots);
    private readonly Stack<(int Instruction, int Slot, int Value)> _pending = new();
    private readonly int[] _working = new int[slots];

    /// <summary>Finds the first match at or after <paramref name="from"/>; <paramref name="captures"/> gets pairs of start and end, -1 where unset.</summary>
    public bool Find(ReadOnlySpan<byte> text, int from, Span<int> captures)
    {
        var (current, next) = (_current, _next);
        current.Clear();
        var matched = false;
        var before = from == 0 ? -1 : Utf8Runes.DecodeLast(text[..from], out _);
        for (var position = from; ;)
        {
            if (current.Count == 0 && matched)
            {
                break;
            }

            if (!budget.Spend(1 + current.Count))
            {
                return false;
            }

            var width = 0;
            var rune = position < text.Length ? Utf8Runes.Decode(text[position..], out width) : -1;
            if (!matched)
            {
                Array.Fill(_working, -1);
                if (slots > 0)
                {
                    _working[0] = position;
                }

                Add(current, start, position, before, rune);
            }

            matched |= Step(current, next, rune, position, text, width, captures);
            if (rune < 0 || (matched && slots == 0))
            {
                break;
            }

            (current, next) = (next, current);
            next.Clear();
            position += width;
            before = rune;
        }

        return matched;
    }

    private bool Step(
        ThreadList current, ThreadList next, int rune, int position, ReadOnlySpan<byte> text, int width, Span<int> captures)
    {
        next.Clear();
        var following = position + width < text.Length ? Utf8Runes.Decode(text[(position + width)..], out _) : -1;
        for (var i = 0; i < current.Count; i++)
        {
            ref readonly var instruction = ref program[current.Instruction(i)];
            if (instruction.Operation == Operation.Match)
            {
                current.Captures(i).CopyTo(captures);
                if (slots > 0)
                {
                    captures[1] = position;
                }

                return true;
            }

            if (rune >= 0 && Consumes(instruction, rune))
            {
                current.Captures(i).CopyTo(_working);
                Add(next, instruction.Next, position + width, rune, following);
            }
        }

        return false;
    }

    private static bool Consumes(in Instruction instruction, int rune) => instruction.Operation switch
    {
        Operation.Rune => rune == instruction.Argument,
        Operation.FoldedRune => rune == instruction.Argument || CaseOrbit.Canonical(rune) == instruction.Argument,
        Operation.AnyRune => true,
        Operation.AnyRuneNotNewline => rune != '\n',
        Operation.Class => instruction.Class is { } members && members.Contains(rune),
        _ => false,
    };

    /// <summary>Follows everything that consumes no text from an instruction, in order of preference, without recursion.</summary>
    private void Add(ThreadList list, int first, int position, int before, int after)
    {
        const int NoSlot = -1;
        _pending.Push((first, NoSlot, 0));
        while (_pending.TryPop(out var entry))
        {
            if (entry.Slot != NoSlot)
            {
                _working[entry.Slot] = entry.Value;
                continue;
            }

            if (!list.TryAdd(entry.Instruction))
            {
                continue;
            }

            ref readonly var instruction = ref program[entry.Instruction];
            switch (instruction.Operation)
            {
                case Operation.Split:
                    _pending.Push((instruction.Argument, NoSlot, 0));
                    _pending.Push((instruction.Next, NoSlot, 0));
                    break;
                case Operation.Capture:
                    if (instruction.Argument < slots)
                    {
                        _pending.Push((0, instruction.Argument, _working[instruction.Argument]));
                        _working[instruction.Argument] = position;
                    }

                    _pending.Push((instruction.Next, NoSlot, 0));
                    break;
                case >= Operation.BeginLine and <= Operation.NoWordBoundary:
                    if (Holds(instruction.Operation, before, after))
                    {
                        _pending.Push((instruction.Next, NoSlot, 0));
                    }

                    break;
                default:
                    _working.CopyTo(list.Captures(list.Count - 1));
                    break;
            }
        }
    }

    private static bool Holds(Operation operation, int before, int after) => operation switch
    {
        Operation.BeginText => before < 0,
        Operation.EndText => after < 0,
        Operation.BeginLine => before is < 0 or '\n',
        Operation.EndLine => after is < 0 or '\n',
        Operation.WordBoundary => Utf8Runes.IsWordByte(before) != Utf8Runes.IsWordByte(after),
        _ => Utf8Runes.IsWordByte(before) == Utf8Runes.IsWordByte(after),
    };
}
