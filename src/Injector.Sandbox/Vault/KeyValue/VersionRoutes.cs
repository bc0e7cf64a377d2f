using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary><c>data/</c>, <c>subkeys/</c>, <c>delete/</c>, <c>undelete/</c> and <c>destroy/</c> of KV v2.</summary>
internal sealed class VersionRoutes(SecretStore store)
{
    public Route Content() => new Route("data/{path*}") { Exists = Exists }
        .On(VaultOperation.Read, call => Read(call, static (content, _) => GoNumbers.AsFloats(content)))
        .On(VaultOperation.Write, Write)
        .On(VaultOperation.Patch, Patch)
        .On(VaultOperation.Delete, DeleteCurrent);

    public Route Subkeys() => new Route("subkeys/{path*}").On(VaultOperation.Read, call => Read(call, JsonShape.Subkeys));

    public Route Change(string pattern, Func<VersionedSecret, SecretVersion, SecretVersion> change) => new Route(pattern)
        .On(VaultOperation.Write, call => ChangeVersions(call, change));

    public SecretVersion Delete(VersionedSecret secret, SecretVersion version) => version.IsDeletedAt(store.Now) ? version : version with { Deletion = store.Now };

    /// <summary>A version that comes back gets its time anew where versions end by themselves.</summary>
    public SecretVersion Undelete(VersionedSecret secret, SecretVersion version) => version.IsDestroyed ? version : version with { Deletion = store.DeletionOf(secret) };

    public static SecretVersion Destroy(VersionedSecret secret, SecretVersion version) => version with { Content = null };

    private bool Exists(VaultCall call)
    {
        lock (store.Lock)
        {
            // Metadata decides: writing to a secret whose versions are all deleted needs the right to update.
            return store.Secrets.ContainsKey(call["path"]);
        }
    }

    private VaultReply Read(VaultCall call, Func<JsonObject, long, JsonNode?> shape)
    {
        var fields = call.Fields();
        var number = fields.Number("version");
        var depth = fields.Number("depth");
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        lock (store.Lock)
        {
            if (store.Secrets.GetValueOrDefault(call["path"]) is not { } secret || secret.Find(number) is not { } version)
            {
                return VaultReply.Missing;
            }

            var isGone = version.IsDestroyed || version.IsDeletedAt(store.Now);
            var name = call.RelativePath.StartsWith("subkeys/", StringComparison.Ordinal) ? "subkeys" : "data";
            var answer = new JsonObject
            {
                [name] = isGone || version.Content is null ? null : shape(version.Content, depth),
                ["metadata"] = secret.ToMetadata(number, version),
            };
            return isGone ? VaultReply.MissingWith(answer) : VaultReply.Ok(answer);
        }
    }

    private VaultReply Write(VaultCall call)
    {
        if (call.Body["data"] is not JsonObject content)
        {
            return VaultReply.BadRequest("no data provided");
        }

        lock (store.Lock)
        {
            return CheckAndSet(call) is { } refusal ? refusal : Add(call["path"], content.DeepClone().AsObject());
        }
    }

    private VaultReply Patch(VaultCall call)
    {
        if (call.Body["data"] is not JsonObject change)
        {
            return VaultReply.BadRequest("no data provided");
        }

        lock (store.Lock)
        {
            if (store.Secrets.GetValueOrDefault(call["path"]) is not { } secret || secret.Find(0) is not { Content: { } content } version)
            {
                return VaultReply.Missing;
            }

            if (version.IsDeletedAt(store.Now))
            {
                return VaultReply.MissingWith(new JsonObject { ["data"] = null, ["metadata"] = secret.ToMetadata(0, version) });
            }

            return CheckAndSet(call) is { } refusal ? refusal : Add(call["path"], JsonShape.Merge(content, change));
        }
    }

    private VaultReply? CheckAndSet(VaultCall call)
    {
        var secret = store.Secrets.GetValueOrDefault(call["path"]);
        if ((call.Body["options"] as JsonObject)?["cas"] is not { } cas)
        {
            return store.Settings.CasRequired || secret?.Settings.CasRequired == true ? VaultReply.BadRequest("check-and-set parameter required for this call") : null;
        }

        if (!long.TryParse(cas.ToString(), CultureInfo.InvariantCulture, out var wanted))
        {
            return VaultReply.BadRequest("error parsing check-and-set parameter");
        }

        return wanted == (secret?.CurrentVersion ?? 0) ? null : VaultReply.BadRequest("check-and-set parameter did not match the current version");
    }

    private VaultReply Add(string path, JsonObject content)
    {
        var now = store.Now;
        var secret = store.GetOrAdd(path, now);
        var version = new SecretVersion(now, content, store.DeletionOf(secret));
        secret.Add(version, store.MaxVersionsOf(secret));
        return VaultReply.Ok(secret.ToMetadata(0, version));
    }

    private VaultReply DeleteCurrent(VaultCall call)
    {
        lock (store.Lock)
        {
            if (store.Secrets.GetValueOrDefault(call["path"]) is { } secret)
            {
                secret.Change(secret.CurrentVersion, version => Delete(secret, version));
            }

            return VaultReply.NoContent;
        }
    }

    private VaultReply ChangeVersions(VaultCall call, Func<VersionedSecret, SecretVersion, SecretVersion> change)
    {
        var texts = call.Fields().Texts("versions");
        if (texts.Count == 0)
        {
            return VaultReply.BadRequest("No version number provided");
        }

        var numbers = texts.Select(static text => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers.Contains(-1))
        {
            return VaultReply.BadRequest("Field validation failed: error converting input for field \"versions\": numbers are wanted");
        }

        lock (store.Lock)
        {
            if (store.Secrets.GetValueOrDefault(call["path"]) is not { } secret)
            {
                return VaultReply.NoContent;
            }

            foreach (var number in numbers)
            {
                secret.Change(number, version => change(secret, version));
            }

            return VaultReply.NoContent;
        }
    }
}
