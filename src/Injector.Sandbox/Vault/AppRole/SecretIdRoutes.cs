using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.AppRole;

/// <summary>Making, showing and destroying secret ids, and the role id.</summary>
internal sealed class SecretIdRoutes(NamedRoles<AppRoleRole> roles, SecretIdStore store)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("role/{name}/role-id").On(VaultOperation.Read, ReadRoleId).On(VaultOperation.Write, WriteRoleId),
        new Route("role/{name}/secret-id")
            .On(VaultOperation.Write, call => Create(call, Guid.NewGuid().ToString()))
            .On(VaultOperation.List, call => VaultReply.Keys(store.Accessors(call["name"]))),
        new Route("role/{name}/custom-secret-id").On(VaultOperation.Write, call => Create(call, call.Fields().Text("secret_id"))),
        new Route("role/{name}/secret-id/lookup").On(VaultOperation.Write, call => Lookup(ById(call))),
        new Route("role/{name}/secret-id/destroy").On(VaultOperation.Write, call => Destroy(ById(call))).On(VaultOperation.Delete, call => Destroy(ById(call))),
        new Route("role/{name}/secret-id-accessor/lookup").On(VaultOperation.Write, call => Lookup(ByAccessor(call))),
        new Route("role/{name}/secret-id-accessor/destroy").On(VaultOperation.Write, call => Destroy(ByAccessor(call))),
    ];

    private SecretId? ById(VaultCall call) => store.Find(call["name"], new SecretText(call.Fields().Text("secret_id")));

    private SecretId? ByAccessor(VaultCall call) => store.FindByAccessor(call["name"], call.Fields().Text("secret_id_accessor"));

    private VaultReply ReadRoleId(VaultCall call) => roles.Find(call["name"]) is { } role ? VaultReply.Ok(new JsonObject { ["role_id"] = role.RoleId }) : VaultReply.Missing;

    private VaultReply WriteRoleId(VaultCall call)
    {
        var id = call.Fields().Text("role_id");
        if (roles.Find(call["name"]) is not { } role || id.Length == 0)
        {
            return VaultReply.BadRequest(id.Length == 0 ? "missing role_id" : $"invalid role name \"{call["name"]}\"");
        }

        roles.Put(call["name"], role with { RoleId = id });
        return VaultReply.NoContent;
    }

    private VaultReply Create(VaultCall call, string id)
    {
        if (roles.Find(call["name"]) is not { } role)
        {
            return VaultReply.BadRequest($"role \"{call["name"]}\" does not exist");
        }

        var fields = call.Fields();
        var made = new SecretId(new SecretText(id), Guid.NewGuid().ToString(), call["name"], store.Now)
        {
            Ttl = fields.Duration("ttl", role.SecretIdTtl),
            UsesLeft = fields.Number("num_uses", role.SecretIdNumUses),
            Metadata = fields.MapInText("metadata"),
        };
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!role.BindsSecretId || id.Length == 0)
        {
            return VaultReply.BadRequest(id.Length == 0 ? "missing secret_id" : "bind_secret_id is not set on the role");
        }

        store.Add(made);
        return VaultReply.Ok(made.ToIssued());
    }

    private static VaultReply Lookup(SecretId? id) => id is null ? VaultReply.NoContent : VaultReply.Ok(id.ToLookup());

    private VaultReply Destroy(SecretId? id)
    {
        if (id is not null)
        {
            store.Remove(id);
        }

        return VaultReply.NoContent;
    }
}
