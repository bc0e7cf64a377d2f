using System.Net;
using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Kubernetes;

/// <summary>
/// Checks a ServiceAccount token: signature and expiry, audience, name, namespace. With <c>pem_keys</c> that happens here; without them the cluster is asked.
/// </summary>
internal sealed class KubernetesLogin(TimeProvider time, TokenReviewCaller reviews)
{
    public async ValueTask<VaultReply> LoginAsync(VaultCall call, KubernetesConfig config, string roleName, KubernetesRole role, CancellationToken cancellationToken)
    {
        var text = call.Fields().Text("jwt").Trim();
        if (JsonWebToken.TryParse(text) is not { } token || ServiceAccount.Of(token) is not { } account)
        {
            return Refusals.PermissionDenied;
        }

        if (CheckClaims(config, role, token, account) is { } refusal)
        {
            return refusal;
        }

        if (config.Keys.Count == 0 && await reviews.RefuseAsync(config, text, role.Audience.Length > 0 ? [role.Audience] : token.Audiences, cancellationToken) is { } reviewed)
        {
            return reviewed;
        }

        return new VaultReply { Grant = Grant(roleName, role, account) };
    }

    private static VaultReply Forbidden(string error) => VaultReply.Error(HttpStatusCode.Forbidden, error);

    private static bool Covers(IReadOnlyList<string> bound, string name) => bound.Any(pattern => Glob.Matches(pattern, name));

    private static TokenGrant Grant(string roleName, KubernetesRole role, ServiceAccount account)
    {
        var metadata = new Dictionary<string, string>
        {
            ["role"] = roleName,
            ["service_account_name"] = account.Name,
            ["service_account_namespace"] = account.Namespace,
            ["service_account_secret_name"] = string.Empty,
            ["service_account_uid"] = account.Uid,
        };
        return new TokenGrant
        {
            Parameters = role.Token,
            DisplayName = $"kubernetes-{account.Namespace}-{account.Name}",
            Metadata = metadata,
            Alias = new LoginAlias(role.AliasNameSource == "serviceaccount_name" ? $"{account.Namespace}/{account.Name}" : account.Uid) { Metadata = metadata },
        };
    }

    private VaultReply? CheckClaims(KubernetesConfig config, KubernetesRole role, JsonWebToken token, ServiceAccount account)
    {
        var now = time.GetUtcNow();
        if (config.Keys.Count > 0 && !token.IsSignedByAny(config.Keys))
        {
            return Refusals.PermissionDenied;
        }

        // Tokens of old secrets have no end; the cluster knows whether they still count.
        var isOver = token.Expires is { } expires && expires <= now;
        if (isOver || token.NotBefore > now || (config.IsIssuerChecked && config.Issuer.Length > 0 && token.Issuer != config.Issuer))
        {
            return Refusals.PermissionDenied;
        }

        return role.Audience.Length > 0 && !token.Audiences.Contains(role.Audience) ? Forbidden("invalid audience (aud) claim: audience claim does not match any expected audience")
            : !Covers(role.Names, account.Name) ? Forbidden("service account name not authorized")
            : !Covers(role.Namespaces, account.Namespace) ? Forbidden("namespace not authorized")
            : null;
    }
}
