using Injector.Contracts.Pods;

namespace Injector.Vault.Login.Methods;

/// <summary>Login with the pod's ServiceAccount token, read anew for every attempt.</summary>
internal sealed class KubernetesLogin(LoginCall call, string role, string tokenPath) : ILoginMethod
{
    public const string DefaultTokenPath = PodPaths.ServiceAccount + "/token";

    public async Task<LoginResult> LogInAsync(CancellationToken cancellationToken)
    {
        var (jwt, failure) = CredentialFile.Read(tokenPath);
        if (failure is not null || jwt is null)
        {
            return LoginResult.Failed(failure ?? Contracts.Diagnostics.Catalogue.Vault.CredentialMissing.For(tokenPath, tokenPath, "is empty"));
        }

        return await call.SendAsync(LoginSubject.OfJwt(role, jwt), LoginBody.Of(("role", role), ("jwt", jwt.Reveal())), cancellationToken);
    }
}
