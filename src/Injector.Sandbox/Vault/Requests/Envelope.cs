using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>The object around every answer.</summary>
internal static class Envelope
{
    public static JsonObject Write(string requestId, VaultReply reply)
    {
        var envelope = new JsonObject
        {
            ["request_id"] = requestId,
            ["lease_id"] = reply.Lease?.Id ?? string.Empty,
            ["renewable"] = reply.Lease?.IsRenewable ?? false,
            ["lease_duration"] = (reply.Lease?.Duration ?? reply.KeepFor).ToSeconds(),
            ["data"] = reply.Data?.DeepClone(),
            ["wrap_info"] = reply.WrapInfo?.DeepClone(),
            ["warnings"] = reply.Warnings.ToJsonOrNull(),
            ["auth"] = reply.Issued?.ToAuth(),
        };
        if (reply is { RepeatsData: true, Data: { } data })
        {
            foreach (var (key, value) in data)
            {
                envelope[key] = value?.DeepClone();
            }
        }

        return envelope;
    }

    public static JsonObject WriteErrors(IEnumerable<string> errors) => new() { ["errors"] = errors.ToJson() };
}
