namespace Injector.Sandbox.Pods.Life;

/// <summary>How a hook or a probe ended.</summary>
/// <param name="IsGood">Whether it did what it should.</param>
/// <param name="Message">What it said when it did not.</param>
internal sealed record ActionOutcome(bool IsGood, string Message)
{
    public static ActionOutcome Good { get; } = new(true, string.Empty);

    public static ActionOutcome Failed(string message) => new(false, message);
}
