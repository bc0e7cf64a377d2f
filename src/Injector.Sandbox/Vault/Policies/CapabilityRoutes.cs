using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Policies;

/// <summary><c>sys/capabilities…</c>: what a token may do on paths.</summary>
internal sealed class CapabilityRoutes(TokenStore tokens, Gatekeeper gatekeeper)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("capabilities-self").On(VaultOperation.Write, call => Answer(call, call.Token)),
        new Route("capabilities").On(VaultOperation.Write, call => Answer(call, tokens.Find(new SecretText(call.Fields().Text("token"))))),
        new Route("capabilities-accessor").On(VaultOperation.Write, call => Answer(call, tokens.FindByAccessor(call.Fields().Text("accessor")))),
    ];

    private VaultReply Answer(VaultCall call, TokenEntry? token)
    {
        var fields = call.Fields();
        var paths = fields.Texts(fields.Has("paths") ? "paths" : "path");
        if (paths.Count == 0)
        {
            return VaultReply.BadRequest("paths must be supplied");
        }

        if (token is null)
        {
            return VaultReply.BadRequest("invalid token");
        }

        var access = gatekeeper.AccessOf(token);
        var answer = new JsonObject();
        foreach (var path in paths)
        {
            answer[path] = Capable(access, call.Namespace.Path + path.TrimStart('/')).ToJson();
        }

        if (paths.Count == 1)
        {
            answer["capabilities"] = answer[paths[0]]?.DeepClone();
        }

        return VaultReply.Ok(answer) with { RepeatsData = true };
    }

    private static IReadOnlyList<string> Capable(AccessControl access, string fullPath) =>
        access.IsRootFor(fullPath) ? ["root"] : CapabilityNames.Print(access.Find(fullPath)?.Capabilities ?? Capabilities.None);
}
