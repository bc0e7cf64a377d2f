using Injector.Rendering.Fetching;
using Injector.Templates.Dependencies;
using Injector.Vault.Login;

namespace Injector.Rendering.Dependencies;

/// <summary>A request to be made for a dependency.</summary>
/// <param name="Number">Identifies the job.</param>
/// <param name="Dependency">For what.</param>
/// <param name="Token">With which token; local files need none.</param>
/// <param name="Renewal">What to renew; null: fetch.</param>
internal sealed record WatchJob(long Number, Dependency Dependency, VaultToken? Token, RenewalTarget? Renewal)
{
    /// <summary>What is known of a KV version 2 secret from the last read; null: nothing.</summary>
    public KnownVersion? Known { get; init; }
}
