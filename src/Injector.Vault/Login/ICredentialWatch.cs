namespace Injector.Vault.Login;

/// <summary>A login method whose credentials may change while a token lives.</summary>
public interface ICredentialWatch
{
    /// <summary>Waits until there are credentials that no login has used yet.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when there are.</returns>
    Task WaitForNewAsync(CancellationToken cancellationToken);
}
