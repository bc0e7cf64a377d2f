using Injector.Sandbox.Vault.Identity;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Authorization;

/// <summary>Decides whether a request may go on.</summary>
internal sealed class Gatekeeper(TokenStore tokens, NamespaceTree namespaces, IdentityStore identity)
{
    /// <summary>Everything the policies of a token and of its identity allow together.</summary>
    public AccessControl AccessOf(TokenEntry token)
    {
        // The policies of the identity are those of now, not those of the login.
        var entity = identity.Find(token.EntityId);
        return entity is not { IsDisabled: true } && namespaces.Find(token.NamespacePath) is { } home
            ? new AccessControl(home.Path, token.Policies.Union(entity?.Policies ?? []).Select(home.Policies.Find).OfType<Policy>().Select(policy => PolicyTemplate.Fill(policy, entity)))
            : new AccessControl(token.NamespacePath, []);
    }

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fullPath">With namespace and mount.</param>
    /// <param name="access">What the route asks for.</param>
    /// <param name="isExisting">Whether a write changes something existing.</param>
    /// <returns>The token, or the refusal.</returns>
    public (TokenEntry? Token, VaultReply? Refusal) Check(VaultRequest request, string fullPath, RouteAccess access, Func<bool> isExisting)
    {
        if (request.Token is not { } id)
        {
            return (null, Refusals.MissingToken);
        }

        if (tokens.Find(id) is not { } token || !ClientAddress.IsWithin(token.Grant.Parameters.BoundCidrs, request.RemoteAddress))
        {
            return (null, Refusals.InvalidToken);
        }

        // A token whose identity was removed or disabled is good for nothing.
        if (token.EntityId.Length > 0 && identity.Find(token.EntityId) is not { IsDisabled: false })
        {
            return (token, Refusals.PermissionDenied);
        }

        var control = AccessOf(token);
        if (control.IsRootFor(fullPath))
        {
            return (token, null);
        }

        var rule = control.Find(fullPath);
        return rule is not null && Allows(rule, request, access, isExisting) ? (token, null) : (token, Refusals.PermissionDenied);
    }

    private static bool Allows(PolicyRule rule, VaultRequest request, RouteAccess access, Func<bool> isExisting)
    {
        if (rule.Capabilities.HasFlag(Capabilities.Deny) || (access == RouteAccess.Sudo && !rule.Capabilities.HasFlag(Capabilities.Sudo)))
        {
            return false;
        }

        var needed = request.Operation switch
        {
            VaultOperation.Read => Capabilities.Read,
            VaultOperation.List => Capabilities.List,
            VaultOperation.Delete => Capabilities.Delete,
            VaultOperation.Patch => Capabilities.Patch,
            _ => isExisting() ? Capabilities.Update : Capabilities.Create,
        };
        return rule.Capabilities.HasFlag(needed) && AllowsWrapping(rule, request.WrapTtl ?? TimeSpan.Zero)
            && (request.Operation is not (VaultOperation.Write or VaultOperation.Patch) || rule.Parameters.Permit(request.Body));
    }

    private static bool AllowsWrapping(PolicyRule rule, TimeSpan wrapTtl) =>
        (rule.MinWrappingTtl == TimeSpan.Zero || wrapTtl >= rule.MinWrappingTtl)
        && (rule.MaxWrappingTtl == TimeSpan.Zero || wrapTtl <= rule.MaxWrappingTtl);
}
