namespace Injector.Vault.Connection;

/// <summary>Looks up the client's variables: <c>BAO_*</c> first, then <c>VAULT_*</c>; the standard proxy variables in either case.</summary>
internal sealed class ConnectionVariables(IReadOnlyDictionary<string, string> environment)
{
    public static string Name(string suffix) => "VAULT_" + suffix;

    public string? Find(string suffix) => Plain("BAO_" + suffix) ?? Plain(Name(suffix));

    public string? FindPlain(string name) => Plain(name) ?? Plain(name.ToLowerInvariant());

    private string? Plain(string name) => environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
