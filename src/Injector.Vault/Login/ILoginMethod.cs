namespace Injector.Vault.Login;

/// <summary>One way to get a token. Called once per attempt; reads its files anew each time, because they rotate.</summary>
public interface ILoginMethod
{
    /// <summary>Tries once.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The token or the reason why there is none.</returns>
    Task<LoginResult> LogInAsync(CancellationToken cancellationToken);
}
