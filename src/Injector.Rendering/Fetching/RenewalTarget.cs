using Injector.Contracts.Secrecy;

namespace Injector.Rendering.Fetching;

/// <summary>What is renewed: a lease, or a token that came as a secret.</summary>
/// <param name="LeaseId">The lease; empty when it is a token.</param>
/// <param name="Token">The token; null when it is a lease.</param>
internal sealed record RenewalTarget(string LeaseId, SecretText? Token);
