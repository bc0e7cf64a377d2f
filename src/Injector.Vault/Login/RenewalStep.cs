namespace Injector.Vault.Login;

/// <summary>One step of a <see cref="RenewalSchedule"/>.</summary>
/// <param name="Pause">How long to wait before it.</param>
/// <param name="Action">What to do then.</param>
/// <param name="UntilGrace">Time from now after which a renewal must have worked, or the token is replaced.</param>
public readonly record struct RenewalStep(TimeSpan Pause, RenewalAction Action, TimeSpan UntilGrace);
