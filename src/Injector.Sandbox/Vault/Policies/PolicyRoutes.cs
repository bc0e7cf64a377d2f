using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Policies;

/// <summary><c>sys/policies/acl</c> and its older name <c>sys/policy</c>.</summary>
internal sealed class PolicyRoutes(PolicyStore policies)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("policies/acl").On(VaultOperation.List, _ => VaultReply.Ok(new JsonObject { ["keys"] = policies.Names.ToJson() })),
        OneOf("policies/acl/{name}", Read),
        new Route("policy").On(VaultOperation.List, OldList).On(VaultOperation.Read, OldList),
        OneOf("policy/{name}", OldRead),
    ];

    private Route OneOf(string pattern, Func<VaultCall, VaultReply> read) => new Route(pattern) { Exists = call => policies.Find(call["name"]) is not null }
        .On(VaultOperation.Read, read)
        .On(VaultOperation.Write, Write)
        .On(VaultOperation.Delete, Delete);

    /// <summary>The older paths repeat what they say beside <c>data</c>; the newer ones do not.</summary>
    private VaultReply OldList(VaultCall call) =>
        VaultReply.Ok(new JsonObject { ["keys"] = policies.Names.ToJson(), ["policies"] = policies.Names.ToJson() }) with { RepeatsData = true };

    private VaultReply OldRead(VaultCall call) => policies.Find(call["name"]) is { } policy
        ? VaultReply.Ok(new JsonObject { ["name"] = policy.Name, ["rules"] = policy.Text }) with { RepeatsData = true }
        : VaultReply.Missing;

    private VaultReply Read(VaultCall call) => policies.Find(call["name"]) is { } policy
        ? VaultReply.Ok(new JsonObject { ["name"] = policy.Name, ["policy"] = policy.Text })
        : VaultReply.Missing;

    private VaultReply Write(VaultCall call)
    {
        var fields = call.Fields();
        var text = fields.Text(fields.Has("policy") ? "policy" : "rules");
        if (text.Length == 0)
        {
            return VaultReply.BadRequest("'policy' parameter not supplied or empty");
        }

        if (call["name"] == Policy.Root)
        {
            return VaultReply.BadRequest("cannot update \"root\" policy");
        }

        return policies.Write(call["name"], Decode(text)) is { } fault ? VaultReply.BadRequest(fault) : VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        if (call["name"] is Policy.Root or Policy.Default)
        {
            return VaultReply.BadRequest($"cannot delete \"{call["name"]}\" policy");
        }

        policies.Delete(call["name"]);
        return VaultReply.NoContent;
    }

    /// <summary>A policy may be sent in base64.</summary>
    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}
