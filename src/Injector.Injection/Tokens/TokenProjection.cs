namespace Injector.Injection.Tokens;

/// <summary>A token of the agent's own.</summary>
/// <param name="Audience">For whom it is made; empty: the API server.</param>
/// <param name="ExpirationSeconds">How long it lives.</param>
internal sealed record TokenProjection(string Audience, long ExpirationSeconds);
