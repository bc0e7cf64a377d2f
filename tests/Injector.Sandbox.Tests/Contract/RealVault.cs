using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Where the real server is, and how old.</summary>
internal static class RealVault
{
    public const string AddressVariable = "INJECTOR_TEST_VAULT_ADDR";
    public const string TokenVariable = "INJECTOR_TEST_VAULT_TOKEN";
    public const string CaVariable = "INJECTOR_TEST_VAULT_CACERT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Task<VaultVersion?>> AskedOnce = new(AskAsync);

    public static Uri Address => new(Value(AddressVariable) ?? "http://127.0.0.1:8200");

    public static string Token => Value(TokenVariable) ?? string.Empty;

    /// <summary>The roots that sign for a server with TLS; null: the system's.</summary>
    public static string? CaCertificatePem => Value(CaVariable) is { } file ? File.ReadAllText(file) : null;

    /// <summary>The server's version; null: it does not say, and is taken for a new one.</summary>
    public static Task<VaultVersion?> VersionAsync() => AskedOnce.Value;

    /// <summary>What keeps the real server from being tested; null: nothing.</summary>
    public static string? Missing(string? alsoNeeded)
    {
        string[] missing = [.. ((string?[])[AddressVariable, TokenVariable, alsoNeeded]).OfType<string>().Where(static name => Value(name) is null)];
        return missing.Length == 0 ? null : $"{string.Join(" and ", missing)} not set: no real Vault to run against.";
    }

    /// <summary>Why a server of this version cannot have what came with another; null: it can.</summary>
    public static string? TooOld(VaultVersion? server, string? since, string? what) =>
        server is { } have && VaultVersion.TryParse(since) is { } wanted && !have.IsAtLeast(wanted) ? $"needs Vault {wanted}, this is {have}: {what}" : null;

    public static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static async Task<VaultVersion?> AskAsync()
    {
        // A server that does not answer is for the cases to report, each by its name.
        try
        {
            using var http = new HttpClient(PinnedRoot.Handler(CaCertificatePem)) { Timeout = Patience };
            using var response = await http.GetAsync(new Uri(Address, "/v1/sys/health"));
            var health = JsonNode.Parse(await response.Content.ReadAsStringAsync());
            return VaultVersion.TryParse((health as JsonObject)?["version"]?.ToString());
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }
}
