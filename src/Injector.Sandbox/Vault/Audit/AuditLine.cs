using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Audit;

/// <summary>What is written about a request and about its answer.</summary>
internal static class AuditLine
{
    public static JsonObject OfRequest(AuditDevice device, VaultCall call, TokenEntry? token, string operation, DateTimeOffset now) => new()
    {
        ["time"] = GoTime.Print(now),
        ["type"] = "request",
        ["auth"] = Auth(device, token),
        ["request"] = Request(device, call, token, operation),
    };

    public static JsonObject OfResponse(AuditDevice device, VaultCall call, TokenEntry? token, string operation, VaultReply reply, DateTimeOffset now)
    {
        var line = OfRequest(device, call, token, operation, now);
        line["type"] = "response";
        line["response"] = Response(device, reply);
        if (reply.Errors is { } errors)
        {
            line["error"] = string.Join("; ", errors);
        }

        return line;
    }

    private static JsonObject? Auth(AuditDevice device, TokenEntry? token) => token is null ? null : new JsonObject
    {
        ["accessor"] = device.Hash(token.Accessor),
        ["client_token"] = device.Hash(token.Id.Reveal()),
        ["display_name"] = token.Grant.DisplayName,
        ["entity_id"] = token.EntityId,
        ["metadata"] = token.Grant.Metadata.ToJson(),
        ["policies"] = token.AllPolicies().ToJson(),
        ["token_policies"] = token.Policies.ToJson(),
        ["token_type"] = token.Kind == TokenKind.Batch ? "batch" : "service",
    };

    private static JsonObject Request(AuditDevice device, VaultCall call, TokenEntry? token, string operation)
    {
        var request = new JsonObject
        {
            ["id"] = call.Request.Id,
            ["operation"] = operation,
            ["mount_accessor"] = call.Mount.Accessor,
            ["mount_type"] = call.Mount.Type,
            ["namespace"] = new JsonObject { ["id"] = call.Namespace.Id, ["path"] = call.Namespace.Path },
            ["path"] = call.Path,
            ["remote_address"] = call.Request.RemoteAddress?.ToString(),
        };
        if (call.Request.Token is { } id)
        {
            request["client_token"] = device.Hash(id.Reveal());
            request["client_token_accessor"] = device.Hash(token?.Accessor ?? string.Empty);
        }

        if (call.Body.Count > 0)
        {
            request["data"] = device.Hash(call.Body);
        }

        return request;
    }

    private static JsonObject Response(AuditDevice device, VaultReply reply)
    {
        var response = new JsonObject();
        if (reply.Data is { } data)
        {
            response["data"] = device.Hash(data);
        }

        if (reply.Issued is { } issued)
        {
            response["auth"] = Auth(device, issued);
        }

        if (reply.Lease is { } lease)
        {
            response["secret"] = new JsonObject { ["lease_id"] = lease.Id };
        }

        if (reply.WrapInfo is { } wrapping)
        {
            response["wrap_info"] = device.Hash(wrapping);
        }

        return response;
    }
}
