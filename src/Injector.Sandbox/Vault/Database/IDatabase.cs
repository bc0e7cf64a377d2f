namespace Injector.Sandbox.Vault.Database;

/// <summary>A place where users are made.</summary>
internal interface IDatabase
{
    /// <summary>What runs when a role names no revocation statements.</summary>
    IReadOnlyList<string> DefaultRevocation { get; }

    /// <summary>What runs when a role names no renew statements.</summary>
    IReadOnlyList<string> DefaultRenewal { get; }

    /// <summary>What runs when a static role names no rotation statements.</summary>
    IReadOnlyList<string> DefaultRotation { get; }

    /// <summary>Runs statements in one transaction.</summary>
    /// <param name="statements">With placeholders.</param>
    /// <param name="user">Fills them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when all went well.</returns>
    ValueTask<DatabaseFault?> RunAsync(IReadOnlyList<string> statements, DatabaseUser user, CancellationToken cancellationToken);

    /// <summary>Tries the connection.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when the database answers.</returns>
    ValueTask<DatabaseFault?> CheckAsync(CancellationToken cancellationToken);
}
