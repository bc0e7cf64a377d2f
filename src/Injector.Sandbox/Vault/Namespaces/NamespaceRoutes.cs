using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.KeyValue;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Namespaces;

/// <summary><c>sys/namespaces</c>.</summary>
internal sealed class NamespaceRoutes(NamespaceTree namespaces, NamespaceFactory factory)
{
    private static readonly string[] Reserved = ["root", "sys", "audit", "auth", "cubbyhole", "identity"];

    public IEnumerable<Route> Routes() =>
    [
        new Route("namespaces").On(VaultOperation.List, List),
        new Route("namespaces/{name}") { Exists = call => Find(call) is not null }
            .On(VaultOperation.Read, call => Find(call) is { } child ? VaultReply.Ok(Print(child)) : VaultReply.Missing)
            .On(VaultOperation.Write, Create)
            .On(VaultOperation.Delete, Delete),
    ];

    private static string PathOf(VaultCall call) => $"{call.Namespace.Path}{call["name"]}/";

    private static JsonObject Print(VaultNamespace child) => new() { ["id"] = child.Id, ["path"] = child.Path, ["custom_metadata"] = new JsonObject() };

    private VaultNamespace? Find(VaultCall call) => namespaces.Find(PathOf(call));

    private VaultReply List(VaultCall call) => VaultReply.Keys(Folders.List(
        namespaces.Children.Where(child => child.Path.StartsWith(call.Namespace.Path, StringComparison.Ordinal)).Select(static child => child.Path),
        call.Namespace.Path).Where(static name => name.Length > 0));

    private VaultReply Create(VaultCall call)
    {
        if (Reserved.Contains(call["name"]))
        {
            return VaultReply.BadRequest($"\"{call["name"]}\" is a reserved path and cannot be used as a namespace");
        }

        return VaultReply.Ok(Print(Find(call) ?? namespaces.Add(factory.Furnish(new VaultNamespace(PathOf(call))))));
    }

    private VaultReply Delete(VaultCall call)
    {
        if (namespaces.Children.Any(child => child.Path.StartsWith(PathOf(call), StringComparison.Ordinal) && child.Path != PathOf(call)))
        {
            return VaultReply.BadRequest("namespace contains child namespaces");
        }

        return namespaces.Remove(PathOf(call)) ? VaultReply.NoContent : VaultReply.Empty(HttpStatusCode.NoContent);
    }
}
