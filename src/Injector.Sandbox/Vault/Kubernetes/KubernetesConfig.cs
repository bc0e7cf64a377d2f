using System.Text.Json.Nodes;
using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Kubernetes;

/// <summary>How the method checks ServiceAccount tokens: with public keys it was given, or by asking the cluster.</summary>
internal sealed record KubernetesConfig
{
    public required string Host { get; init; }

    public string CaCertificate { get; init; } = string.Empty;

    public string ReviewerToken { get; init; } = string.Empty;

    public IReadOnlyList<string> PemKeys { get; init; } = [];

    public IReadOnlyList<PublicKey> Keys { get; init; } = [];

    public string Issuer { get; init; } = string.Empty;

    public bool IsIssuerChecked { get; init; }

    /// <summary>Reads the body of a write.</summary>
    /// <returns>The configuration, or the refusal.</returns>
    public static (KubernetesConfig? Config, VaultReply? Refusal) Read(FieldReader fields)
    {
        var pems = fields.Texts("pem_keys");
        var keys = pems.Select(PublicKey.TryParse).OfType<PublicKey>().ToArray();
        var config = new KubernetesConfig
        {
            Host = fields.Text("kubernetes_host"),
            CaCertificate = fields.Text("kubernetes_ca_cert"),
            ReviewerToken = fields.Text("token_reviewer_jwt"),
            PemKeys = pems,
            Keys = keys,
            Issuer = fields.Text("issuer"),
            IsIssuerChecked = !fields.Flag("disable_iss_validation", fallback: true),
        };
        return fields.Refusal is { } refusal ? (null, refusal)
            : config.Host.Length == 0 ? (null, VaultReply.BadRequest("no host provided"))
            : !Uri.TryCreate(config.Host, UriKind.Absolute, out _) ? (null, VaultReply.BadRequest("kubernetes_host is not a URL"))
            : keys.Length != pems.Count ? (null, VaultReply.BadRequest("data does not contain any valid public keys"))
            : (config, null);
    }

    public JsonObject ToJson() => new()
    {
        ["disable_iss_validation"] = !IsIssuerChecked,
        ["disable_local_ca_jwt"] = true,
        ["issuer"] = Issuer,
        ["kubernetes_ca_cert"] = CaCertificate,
        ["kubernetes_host"] = Host,
        ["pem_keys"] = PemKeys.ToJson(),
        ["token_reviewer_jwt_set"] = ReviewerToken.Length > 0,
    };
}
