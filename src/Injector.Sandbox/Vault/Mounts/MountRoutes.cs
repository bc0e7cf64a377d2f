using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Mounts;

/// <summary><c>sys/mounts</c> and <c>sys/auth</c>.</summary>
internal sealed class MountRoutes(VaultServices services, VaultNamespace vaultNamespace, MountKind kind)
{
    private const string TuneSuffix = "/tune";
    private static readonly string[] Fixed = ["sys/", "cubbyhole/", "auth/token/", "identity/"];

    private string Prefix => kind == MountKind.Auth ? "auth/" : string.Empty;

    public IEnumerable<Route> Routes()
    {
        var name = kind == MountKind.Auth ? "auth" : "mounts";
        yield return new Route(name).On(VaultOperation.Read, ListAll);
        yield return new Route($"{name}/{{path*}}") { Access = kind == MountKind.Auth ? RouteAccess.Sudo : RouteAccess.Token }
            .On(VaultOperation.Read, call => IsTune(call) ? ReadTune(call) : ReadOne(call))
            .OnAsync(VaultOperation.Write, (call, _) => ValueTask.FromResult(IsTune(call) ? WriteTune(call) : Enable(call)))
            .OnAsync(VaultOperation.Delete, (call, _) => DisableAsync(call));
    }

    private static bool IsTune(VaultCall call) => call["path"].EndsWith(TuneSuffix, StringComparison.Ordinal);

    private string MountPath(VaultCall call) => $"{Prefix}{(IsTune(call) ? call["path"][..^TuneSuffix.Length] : call["path"]).Trim('/')}/";

    private VaultReply Unknown(VaultCall call) =>
        VaultReply.BadRequest(kind == MountKind.Auth ? $"No auth engine at {MountPath(call)[Prefix.Length..]}" : $"No secret engine mount at {MountPath(call)}");

    private VaultReply ListAll(VaultCall call)
    {
        var mounts = new JsonObject();
        foreach (var mount in vaultNamespace.Mounts.All.Where(mount => mount.IsAuth == (kind == MountKind.Auth)).OrderBy(static mount => mount.Path, StringComparer.Ordinal))
        {
            mounts[mount.Path[Prefix.Length..]] = mount.ToJson();
        }

        return VaultReply.Ok(mounts) with { RepeatsData = true };
    }

    private VaultReply ReadOne(VaultCall call) => vaultNamespace.Mounts.At(MountPath(call)) is { } mount ? VaultReply.Ok(mount.ToJson()) with { RepeatsData = true } : Unknown(call);

    private VaultReply Enable(VaultCall call)
    {
        var fields = call.Fields();
        var type = fields.Text("type");
        var options = new Dictionary<string, string>(fields.Map("options"));
        var settings = new FieldReader(fields.Object("config") ?? [], new Dictionary<string, string>());
        var config = new MountConfig().Update(settings);
        if ((fields.Refusal ?? settings.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (type == "kv-v2")
        {
            (type, options["version"]) = ("kv", "2");
        }

        var backend = kind == MountKind.Auth ? BackendCatalogue.AuthMethod(type, services) : BackendCatalogue.SecretsEngine(type, services);
        if (backend is null)
        {
            return VaultReply.BadRequest(type.Length == 0 ? "backend type must be specified as a string" : $"plugin not found in the catalog: {type}");
        }

        var path = MountPath(call);
        if (path.Length == 1 || (kind == MountKind.Secrets && path.StartsWith("auth/", StringComparison.Ordinal)))
        {
            return VaultReply.BadRequest($"cannot mount in protected path '{path}'");
        }

        return vaultNamespace.Mounts.TryAdd(new Mount(path, type, config, options, backend) { Description = fields.Text("description") })
            ? VaultReply.NoContent
            : VaultReply.BadRequest($"path is already in use at {path}");
    }

    private async ValueTask<VaultReply> DisableAsync(VaultCall call)
    {
        var path = MountPath(call);
        if (Fixed.Contains(path))
        {
            return VaultReply.BadRequest($"cannot unmount \"{path}\"");
        }

        if (vaultNamespace.Mounts.Remove(path) is { } mount)
        {
            services.Tokens.RevokeByOrigin(vaultNamespace.Path, path);
            await services.Leases.RevokePrefixAsync(vaultNamespace.Path, path);
            (mount.Backend as IDisposable)?.Dispose();
        }

        return VaultReply.NoContent;
    }

    private VaultReply ReadTune(VaultCall call)
    {
        if (vaultNamespace.Mounts.At(MountPath(call)) is not { } mount)
        {
            return VaultReply.BadRequest($"cannot fetch sysview for path \"{MountPath(call)}\"");
        }

        var tuned = mount.Config.ToJson();
        tuned["default_lease_ttl"] = mount.Lifetimes.Default.ToSeconds();
        tuned["max_lease_ttl"] = mount.Lifetimes.Max.ToSeconds();
        tuned["description"] = mount.Description;
        if (mount.Options.Count > 0)
        {
            tuned["options"] = mount.Options.ToJson();
        }

        return VaultReply.Ok(tuned) with { RepeatsData = true };
    }

    private VaultReply WriteTune(VaultCall call)
    {
        if (vaultNamespace.Mounts.At(MountPath(call)) is not { } mount)
        {
            return Unknown(call);
        }

        var fields = call.Fields();
        var config = mount.Config.Update(fields);
        var options = fields.Map("options");
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (options.TryGetValue("version", out var version) && version != mount.Options.GetValueOrDefault("version", "1"))
        {
            return VaultReply.BadRequest("the sandbox does not convert a kv engine between versions; mount another one");
        }

        mount.Tune(config, options.Count == 0 ? mount.Options : options);
        return VaultReply.NoContent;
    }
}
