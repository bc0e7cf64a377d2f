using Injector.Vault;

namespace Injector.Agent.Hosting;

/// <summary>The client and the connections below it, which somebody has to close.</summary>
internal sealed record VaultDoor(HttpMessageInvoker Transport, IVaultClient Client);
