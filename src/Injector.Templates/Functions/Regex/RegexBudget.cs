namespace Injector.Templates.Functions.Regex;

/// <summary>The time one call may spend matching. It is looked at only now and then, because reading the clock costs more than a step.</summary>
internal sealed class RegexBudget(TimeProvider time, TimeSpan limit)
{
    private const int StepsBetweenLooks = 1 << 18;

    private readonly long _start = time.GetTimestamp();
    private int _stepsLeft = StepsBetweenLooks;

    public bool IsExceeded { get; private set; }

    /// <summary>Counts steps; false when matching must end.</summary>
    public bool Spend(int steps)
    {
        _stepsLeft -= steps;
        if (_stepsLeft < 0)
        {
            _stepsLeft = StepsBetweenLooks;
            IsExceeded |= time.GetElapsedTime(_start) > limit;
        }

        return !IsExceeded;
    }
}
