using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary><c>metadata/</c> of KV v2.</summary>
internal sealed class MetadataRoutes(SecretStore store)
{
    private const int MaxCustomKeys = 64;
    private static readonly string[] Writable = ["max_versions", "cas_required", "delete_version_after", "custom_metadata"];

    public Route Route() => new Route("metadata/{path*}") { Exists = Exists }
        .On(VaultOperation.Read, Read)
        .On(VaultOperation.Write, Write)
        .On(VaultOperation.Patch, Patch)
        .On(VaultOperation.List, List)
        .On(VaultOperation.Delete, Delete);

    private bool Exists(VaultCall call)
    {
        lock (store.Lock)
        {
            return store.Secrets.ContainsKey(call["path"]);
        }
    }

    private VaultReply Read(VaultCall call)
    {
        lock (store.Lock)
        {
            return store.Secrets.GetValueOrDefault(call["path"]) is { } secret ? VaultReply.Ok(secret.ToMetadata()) : VaultReply.Missing;
        }
    }

    private VaultReply Write(VaultCall call)
    {
        if (call["path"].Length == 0)
        {
            return Refusals.UnsupportedOperation;
        }

        // A write that says nothing makes nothing.
        var fields = call.Fields();
        if (!Writable.Any(fields.Has))
        {
            return VaultReply.NoContent;
        }

        lock (store.Lock)
        {
            return Update(call, call.Body["custom_metadata"] as JsonObject);
        }
    }

    private VaultReply Patch(VaultCall call)
    {
        lock (store.Lock)
        {
            if (store.Secrets.GetValueOrDefault(call["path"]) is not { } secret)
            {
                return VaultReply.Missing;
            }

            return Update(call, call.Body["custom_metadata"] is JsonObject change ? JsonShape.Merge(secret.CustomMetadata ?? [], change) : null);
        }
    }

    private VaultReply Update(VaultCall call, JsonObject? customMetadata)
    {
        if (customMetadata is not null && Check(customMetadata) is { } fault)
        {
            return VaultReply.BadRequest(fault);
        }

        var fields = call.Fields();
        var settings = (store.Secrets.GetValueOrDefault(call["path"])?.Settings ?? new SecretSettings()).Update(fields);
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        var secret = store.GetOrAdd(call["path"], store.Now);
        secret.Settings = settings;
        secret.CustomMetadata = customMetadata?.DeepClone().AsObject() ?? secret.CustomMetadata;
        return VaultReply.NoContent;
    }

    private static string? Check(JsonObject customMetadata) =>
        customMetadata.Count > MaxCustomKeys ? $"custom_metadata validation failed: payload must contain at most {MaxCustomKeys} keys, provided {customMetadata.Count}"
        : customMetadata.Any(static item => item.Value?.GetValueKind() != JsonValueKind.String) ? "custom_metadata validation failed: values must be texts"
        : null;

    private VaultReply List(VaultCall call)
    {
        lock (store.Lock)
        {
            return VaultReply.Keys(Folders.List(store.Secrets.Keys, call["path"]));
        }
    }

    private VaultReply Delete(VaultCall call)
    {
        lock (store.Lock)
        {
            store.Secrets.Remove(call["path"]);
            return VaultReply.NoContent;
        }
    }
}
