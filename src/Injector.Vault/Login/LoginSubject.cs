using System.Buffers.Text;
using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Vault.Faults;

namespace Injector.Vault.Login;

/// <summary>Who logs in, as far as people may read it: the role and, for Kubernetes tokens, ServiceAccount and namespace.</summary>
/// <param name="Role">The role; empty: none.</param>
/// <param name="Account">For example <c>ServiceAccount 'web' in namespace 'shop'</c>; empty: unknown.</param>
public readonly record struct LoginSubject(string Role, string Account)
{
    /// <summary>Takes the account's name out of a JWT without checking it; the token itself is never shown.</summary>
    /// <param name="role">The role.</param>
    /// <param name="jwt">A JWT.</param>
    /// <returns>The subject.</returns>
    public static LoginSubject OfJwt(string role, SecretText jwt)
    {
        var parts = jwt.Reveal().Split('.');
        return new LoginSubject(role, parts.Length == 3 && Decode(parts[1]) is { } claims ? AccountOf(claims) : "");
    }

    /// <inheritdoc/>
    public override string ToString() => (Role, Account) switch
    {
        ("", "") => "the agent",
        (_, "") => $"role '{Role}'",
        ("", _) => Account,
        _ => $"role '{Role}' as {Account}",
    };

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string AccountOf(byte[] claims)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(claims));
            var parts = (document.RootElement.Text("sub"u8) ?? "").Split(':');
            return parts is ["system", "serviceaccount", var space, var name] ? $"ServiceAccount '{name}' in namespace '{space}'" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
