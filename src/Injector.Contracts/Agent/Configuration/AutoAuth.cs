namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>auto_auth</c> section: one method, any number of sinks.</summary>
/// <param name="Method">How to log in.</param>
/// <param name="Sinks">Where the token goes.</param>
public sealed record AutoAuth(AuthMethod Method, IReadOnlyList<TokenSink> Sinks)
{
    /// <summary>True: new credentials cause a login at once (methods that watch files). Default false.</summary>
    public bool ReauthenticateOnNewCredentials { get; init; }
}
