namespace Injector.Vault.Tests.Fakes;

internal sealed record SentRequest(string Method, string Address, IReadOnlyDictionary<string, string> Headers, string? Body, string? ContentType);
