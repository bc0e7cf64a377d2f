namespace Injector.Templates.Values;

/// <summary>A <c>&lt;-chan int64</c>, the result of <c>loop</c>: the numbers from <paramref name="start"/> to <paramref name="end"/>, exclusive.</summary>
/// <param name="start">The first number.</param>
/// <param name="end">The number after the last.</param>
public sealed class ChannelValue(long start, long end) : Value
{
    /// <summary>The next number; a channel is used up by the first loop over it.</summary>
    public long Next { get; private set; } = start;

    /// <summary>The number after the last.</summary>
    public long End { get; } = end;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Channel;

    /// <inheritdoc/>
    public override string TypeName => "<-chan int64";

    internal bool TryReceive(out long number)
    {
        number = Next;
        if (Next >= End)
        {
            return false;
        }

        Next++;
        return true;
    }
}
