using Injector.Rendering.Status;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>States in words, the same for people and programs.</summary>
internal static class StatusWords
{
    public static string Of(LoginPhase phase) => phase switch
    {
        LoginPhase.LoggedIn => "logged in",
        LoginPhase.LoggingInAgain => "logging in again",
        _ => "logging in",
    };

    public static string Of(SecretState state) => state switch
    {
        SecretState.Fresh => "fresh",
        SecretState.Stale => "stale",
        SecretState.Failing => "failing",
        _ => "waiting",
    };
}
