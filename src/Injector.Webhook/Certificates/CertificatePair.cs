using Injector.Contracts.Secrecy;

namespace Injector.Webhook.Certificates;

/// <summary>A certificate with its chain, and its key, as PEM.</summary>
/// <param name="CertificatePem">The certificate, its own first.</param>
/// <param name="KeyPem">The key.</param>
internal sealed record CertificatePair(string CertificatePem, SecretText KeyPem);
