namespace Injector.Sandbox.Vault.Routing;

/// <summary>A secrets engine, an auth method or the system itself: whatever a mount leads to.</summary>
internal interface IBackend
{
    RouteTable Routes { get; }
}
