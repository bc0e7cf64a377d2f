using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Audit;

/// <summary><c>sys/audit</c> and <c>sys/audit-hash</c>.</summary>
internal sealed class AuditRoutes(AuditTrail trail)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("audit") { Access = RouteAccess.Sudo }.On(VaultOperation.Read, List),
        new Route("audit/{path*}") { Access = RouteAccess.Sudo }.On(VaultOperation.Write, Enable).On(VaultOperation.Delete, Disable),
        new Route("audit-hash/{path*}").On(VaultOperation.Write, Hash),
    ];

    private static string PathOf(VaultCall call) => call["path"].TrimEnd('/') + "/";

    private VaultReply List(VaultCall call)
    {
        var devices = new JsonObject();
        foreach (var device in trail.Devices)
        {
            devices[device.Path] = device.ToJson();
        }

        return VaultReply.Ok(devices) with { RepeatsData = true };
    }

    private VaultReply Enable(VaultCall call)
    {
        var fields = call.Fields();
        var file = fields.Map("options").GetValueOrDefault("file_path", string.Empty);
        if (fields.Text("type") != "file" || file.Length == 0)
        {
            return VaultReply.BadRequest("the sandbox writes audit lines to files only: type 'file' with options.file_path, a path or 'stdout'");
        }

        try
        {
            return trail.TryAdd(Open(PathOf(call), fields.Text("description"), file)) ? VaultReply.NoContent : VaultReply.BadRequest("path already in use");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return VaultReply.BadRequest($"sanity check failed; unable to open \"{file}\" for writing: {error.Message}");
        }
    }

    private static AuditDevice Open(string path, string description, string file) =>
        new(path, description, file == "stdout" ? Console.Out : new StreamWriter(file, append: true)) { FilePath = file };

    private VaultReply Disable(VaultCall call)
    {
        trail.Remove(PathOf(call));
        return VaultReply.NoContent;
    }

    private VaultReply Hash(VaultCall call) => trail.Devices.FirstOrDefault(device => device.Path == PathOf(call)) is { } device
        ? VaultReply.Ok(new JsonObject { ["hash"] = device.Hash(call.Fields().Text("input")) }) with { RepeatsData = true }
        : VaultReply.BadRequest($"unknown audit backend {PathOf(call)}");
}
