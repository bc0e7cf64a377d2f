using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Server;

/// <summary>The part this server plays in its cluster.</summary>
internal sealed class Node
{
    private volatile State _state = new(NodeRole.Active, null);

    public NodeRole Role => _state.Role;

    public void Become(NodeRole role, Uri? active) => _state = new State(role, active);

    /// <summary>Where a standby sends a request; null: this node answers it.</summary>
    public Uri? RedirectFor(HttpRequest request) =>
        _state is { Role: NodeRole.Standby, Active: { } active } && request.Path != "/v1/sys/health" && request.Path != "/v1/sys/seal-status" ? active : null;

    private sealed record State(NodeRole Role, Uri? Active);
}
