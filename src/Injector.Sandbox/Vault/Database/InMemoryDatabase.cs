namespace Injector.Sandbox.Vault.Database;

/// <summary>A database without a database: every statement succeeds. For credentials nobody logs in with.</summary>
internal sealed class InMemoryDatabase : IDatabase
{
    public const string PluginName = "in-memory-database-plugin";

    public IReadOnlyList<string> DefaultRevocation => [];

    public IReadOnlyList<string> DefaultRenewal => [];

    public IReadOnlyList<string> DefaultRotation => [];

    public ValueTask<DatabaseFault?> RunAsync(IReadOnlyList<string> statements, DatabaseUser user, CancellationToken cancellationToken) => ValueTask.FromResult<DatabaseFault?>(null);

    public ValueTask<DatabaseFault?> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult<DatabaseFault?>(null);
}
