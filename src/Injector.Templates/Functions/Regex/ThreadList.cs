namespace Injector.Templates.Functions.Regex;

/// <summary>The threads alive at one position, in order of preference: a sparse set of instructions with their captures.</summary>
internal sealed class ThreadList(int instructions, int slots)
{
    private readonly int[] _sparse = new int[instructions];
    private readonly int[] _dense = new int[instructions];
    private readonly int[] _captures = new int[Math.Max(1, checked(instructions * slots))];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public int Instruction(int index) => _dense[index];

    public bool TryAdd(int instruction)
    {
        var index = _sparse[instruction];
        if (index < Count && _dense[index] == instruction)
        {
            return false;
        }

        _sparse[instruction] = Count;
        _dense[Count++] = instruction;
        return true;
    }

    /// <summary>Captures of the thread last added or at <paramref name="index"/>.</summary>
    public Span<int> Captures(int index) => _captures.AsSpan(index * slots, slots);
}
