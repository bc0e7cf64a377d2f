using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Secrecy;

namespace Injector.Kube.Api;

/// <summary>Where the API server is and how to show who we are.</summary>
/// <param name="Address">Base address.</param>
/// <param name="Roots">Certificates to trust; null: the system's.</param>
/// <param name="Token">The current token; null: none.</param>
public sealed record KubeConnection(Uri Address, X509Certificate2Collection? Roots, Func<SecretText?> Token);
