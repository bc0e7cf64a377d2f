using Injector.Contracts.Secrecy;
using Injector.Sandbox.Kubernetes;

namespace Injector.Sandbox.Pods;

/// <summary>Issues the tokens that the kubelet asks the API server for.</summary>
public interface IServiceAccountTokens
{
    /// <summary>Signs a token.</summary>
    /// <param name="request">What it is to say.</param>
    /// <returns>The token.</returns>
    SecretText Issue(ServiceAccountTokenRequest request);
}
