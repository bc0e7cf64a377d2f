using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Logging;
using Injector.Rendering.HandOver;
using Injector.Rendering.Storage;
using Injector.Vault;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>Where token and leases are left for the next process of the pod, and what the last one left.</summary>
internal sealed record HandOver(HandOverStore? Store, HandOverState? State)
{
    /// <summary>Our own setting, or the folder of the reference's persistent cache: both stand for the same promise.</summary>
    public static HandOver Open(AgentConfiguration configuration, IEventLog log)
    {
        if ((configuration.Injector?.HandOver ?? configuration.Cache?.PersistPath) is not { Length: > 0 } folder)
        {
            return new HandOver(null, null);
        }

        var store = new HandOverStore(new LinuxFileSystem(), folder);
        var state = store.Load(out var notice);
        if (notice is not null)
        {
            log.Write(EventLevel.Warn, "host", "no hand-over from an earlier process", notice.Fields());
        }

        return new HandOver(store, state);
    }

    /// <summary>Puts the token that was left before the login.</summary>
    public ILoginMethod Before(ILoginMethod method, IVaultClient client, TimeProvider time) =>
        State is { } state ? new ResumedLogin(state.Token.Value, client, time, method) : method;
}
