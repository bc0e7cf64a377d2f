namespace Injector.Sandbox.Vault.Policies;

/// <summary>What every token may do unless it was made without the default policy.</summary>
internal static class DefaultPolicy
{
    public const string Text = """
        # A token may look at itself, renew itself and end itself.
        path "auth/token/lookup-self" { capabilities = ["read"] }
        path "auth/token/renew-self" { capabilities = ["update"] }
        path "auth/token/revoke-self" { capabilities = ["update"] }

        # It may ask what it may do.
        path "sys/capabilities-self" { capabilities = ["update"] }
        path "sys/internal/ui/resultant-acl" { capabilities = ["read"] }

        # It may look at and renew leases whose ids it knows.
        path "sys/renew" { capabilities = ["update"] }
        path "sys/leases/renew" { capabilities = ["update"] }
        path "sys/leases/lookup" { capabilities = ["update"] }

        # It has a cubbyhole and may wrap and unwrap.
        path "cubbyhole/*" { capabilities = ["create", "read", "update", "delete", "list"] }
        path "sys/wrapping/wrap" { capabilities = ["update"] }
        path "sys/wrapping/lookup" { capabilities = ["update"] }
        path "sys/wrapping/unwrap" { capabilities = ["update"] }

        # General tools.
        path "sys/tools/hash" { capabilities = ["update"] }
        path "sys/tools/hash/*" { capabilities = ["update"] }
        path "identity/oidc/provider/+/authorize" { capabilities = ["read", "update"] }
        """;
}
