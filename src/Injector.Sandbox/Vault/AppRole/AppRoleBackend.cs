using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.AppRole;

/// <summary>The AppRole auth method.</summary>
internal sealed class AppRoleBackend : IBackend
{
    private readonly NamedRoles<AppRoleRole> _roles = new();
    private readonly SecretIdStore _secretIds;

    public AppRoleBackend(TimeProvider time)
    {
        _secretIds = new SecretIdStore(time);
        Routes = new RouteTable(
        [
            .. _roles.Routes("role", static (call, before) => AppRoleRole.Update(call.Fields(), before), static role => role.ToJson()),
            .. new SecretIdRoutes(_roles, _secretIds).Routes(),
            new Route("login") { Access = RouteAccess.Anonymous }.On(VaultOperation.Write, Login),
        ]);
    }

    public RouteTable Routes { get; }

    private VaultReply Login(VaultCall call)
    {
        var fields = call.Fields();
        var (roleId, secretId) = (fields.Text("role_id"), fields.Text("secret_id"));
        if (roleId.Length == 0)
        {
            return VaultReply.BadRequest("missing role_id");
        }

        var (name, role) = _roles.All.FirstOrDefault(item => item.Value.RoleId == roleId);
        if (role is null)
        {
            return VaultReply.BadRequest("invalid role or secret ID");
        }

        var metadata = new Dictionary<string, string> { ["role_name"] = name };
        if (role.BindsSecretId)
        {
            if (secretId.Length == 0)
            {
                return VaultReply.BadRequest("missing secret_id");
            }

            if (_secretIds.Use(name, new SecretText(secretId)) is not { } used)
            {
                return VaultReply.BadRequest("invalid role or secret ID");
            }

            foreach (var (key, value) in used.Metadata)
            {
                metadata[key] = value;
            }
        }

        return new VaultReply
        {
            Grant = new TokenGrant { Parameters = role.Token, DisplayName = "approle", Metadata = metadata, Alias = new LoginAlias(roleId) { Metadata = metadata } },
        };
    }
}
