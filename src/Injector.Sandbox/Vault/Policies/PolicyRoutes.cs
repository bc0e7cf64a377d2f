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
        new Route("policies/acl").On(VaultOperation.List, List).On(VaultOperation.Read, List),
        OneOf("policies/acl/{name}", "policy"),
        new Route("policy").On(VaultOperation.List, List).On(VaultOperation.Read, List),
        OneOf("policy/{name}", "rules"),
    ];

    private Route OneOf(string pattern, string textKey) => new Route(pattern) { Exists = call => policies.Find(call["name"]) is not null }
        .On(VaultOperation.Read, call => Read(call, textKey))
        .On(VaultOperation.Write, Write)
        .On(VaultOperation.Delete, Delete);

    private VaultReply List(VaultCall call) =>
        VaultReply.Ok(new JsonObject { ["keys"] = policies.Names.ToJson(), ["policies"] = policies.Names.ToJson() }) with { RepeatsData = true };

    private VaultReply Read(VaultCall call, string textKey) => policies.Find(call["name"]) is { } policy
        ? VaultReply.Ok(new JsonObject { ["name"] = policy.Name, [textKey] = policy.Text }) with { RepeatsData = true }
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
