using Injector.Contracts.Diagnostics;
using Injector.Rendering.Status;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>Everything that can be said about the process at one moment. Holds no secret.</summary>
internal sealed class AgentState(TokenKeeper? keeper, Func<RenderingSnapshot?> rendering, Task ready, Uri address, TimeProvider time)
{
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public DateTimeOffset Now => time.GetUtcNow();

    public Uri Address => address;

    /// <summary>Completes when sinks and files are there for the first time.</summary>
    public Task Ready => ready;

    public bool IsReady => ready.IsCompletedSuccessfully;

    public LoginState? Login => keeper?.State;

    public DateTimeOffset? TokenExpiresAt => keeper?.ExpiresAt;

    public string? TokenAccessor => keeper?.Current?.Accessor;

    public RenderingSnapshot? Rendering => rendering();

    /// <summary>The cause of what does not work now, or did not work last.</summary>
    public Diagnostic? LastFault => Login?.LastFailure ?? Rendering?.LastFault;
}
