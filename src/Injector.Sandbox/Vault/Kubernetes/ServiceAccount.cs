using System.Text.Json.Nodes;
using Injector.Sandbox.JsonWebTokens;

namespace Injector.Sandbox.Vault.Kubernetes;

/// <summary>Whom a token names.</summary>
internal sealed record ServiceAccount(string Namespace, string Name, string Uid)
{
    private const string SubjectPrefix = "system:serviceaccount:";

    public static ServiceAccount? Of(JsonWebToken token)
    {
        var parts = token.Subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? token.Subject[SubjectPrefix.Length..].Split(':') : [];
        return parts.Length == 2
            ? new ServiceAccount(parts[0], parts[1], UidOf(token))
            : null;
    }

    /// <summary>Tokens of projected volumes bind it in an object, those of old secrets in a claim of its own.</summary>
    private static string UidOf(JsonWebToken token) =>
        ((token.Claims["kubernetes.io"] as JsonObject)?["serviceaccount"] as JsonObject)?["uid"]?.ToString() ?? token.Text("kubernetes.io/serviceaccount/service-account.uid");
}
