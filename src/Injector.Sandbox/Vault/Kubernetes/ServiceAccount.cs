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
            ? new ServiceAccount(parts[0], parts[1], token.Claims["kubernetes.io"]?["serviceaccount"]?["uid"]?.ToString() ?? token.Text("kubernetes.io/serviceaccount/service-account.uid"))
            : null;
    }
}
