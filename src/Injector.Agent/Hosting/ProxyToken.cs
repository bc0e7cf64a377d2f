namespace Injector.Agent.Hosting;

/// <summary>Whose token a proxied request carries: <c>use_auto_auth_token</c>.</summary>
internal enum ProxyToken
{
    /// <summary>The caller's.</summary>
    Callers,

    /// <summary>The agent's when the caller has none.</summary>
    WhenAbsent,

    /// <summary>The agent's, whatever the caller sent: <c>force</c>.</summary>
    Always,
}
