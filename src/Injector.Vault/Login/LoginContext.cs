using Injector.Contracts.Logging;
using Injector.Vault.Connection;

namespace Injector.Vault.Login;

/// <summary>What login methods take from the process.</summary>
/// <param name="Client">The server.</param>
/// <param name="Connection">How the client reaches it.</param>
/// <param name="Connect">Opens another way to the server, for a method that shows a client certificate of its own.</param>
/// <param name="Time">The clock.</param>
/// <param name="Log">Where events go.</param>
public sealed record LoginContext(
    IVaultClient Client, VaultConnectionSettings Connection, Func<VaultConnectionSettings, IVaultClient> Connect, TimeProvider Time, IEventLog Log);
