using Injector.Contracts.Diagnostics;
using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login.Methods;

/// <summary>No login: a token from a file, checked with the server.</summary>
internal sealed class TokenFileLogin(IVaultClient client, TimeProvider time, string path) : ILoginMethod
{
    private SecretText? _last;

    public async Task<LoginResult> LogInAsync(CancellationToken cancellationToken)
    {
        var (text, failure) = CredentialFile.Read(path);
        _last = text ?? _last;
        if (_last is null)
        {
            return LoginResult.Failed(failure ?? Catalogue.Vault.CredentialMissing.For(path, path, "is empty"));
        }

        return await TokenLookup.CheckAsync(client, time, _last, cancellationToken);
    }
}
