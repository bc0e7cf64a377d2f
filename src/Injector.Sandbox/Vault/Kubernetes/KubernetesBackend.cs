using System.Collections.Concurrent;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Kubernetes;

/// <summary>The kubernetes auth method.</summary>
internal sealed class KubernetesBackend : IBackend
{
    private readonly ConcurrentDictionary<string, KubernetesRole> _roles = new(StringComparer.Ordinal);
    private readonly KubernetesLogin _login;
    private volatile KubernetesConfig? _config;

    public KubernetesBackend(TimeProvider time, HttpClient http)
    {
        _login = new KubernetesLogin(time, new TokenReviewCaller(http));
        Routes = new RouteTable(
            new Route("config").On(VaultOperation.Read, ReadConfig).On(VaultOperation.Write, WriteConfig),
            new Route("role").On(VaultOperation.List, _ => VaultReply.Keys(_roles.Keys)),
            new Route("role/{name}") { Exists = call => _roles.ContainsKey(call["name"]) }
                .On(VaultOperation.Read, call => _roles.GetValueOrDefault(call["name"]) is { } role ? VaultReply.Ok(role.ToJson()) : VaultReply.Missing)
                .On(VaultOperation.Write, WriteRole)
                .On(VaultOperation.Delete, DeleteRole),
            new Route("login") { Access = RouteAccess.Anonymous }.OnAsync(VaultOperation.Write, LoginAsync));
    }

    public RouteTable Routes { get; }

    private VaultReply ReadConfig(VaultCall call) => _config is { } config ? VaultReply.Ok(config.ToJson()) : VaultReply.Missing;

    private VaultReply WriteConfig(VaultCall call)
    {
        var (config, refusal) = KubernetesConfig.Read(call.Fields());
        _config = config ?? _config;
        return refusal ?? VaultReply.NoContent;
    }

    private VaultReply WriteRole(VaultCall call)
    {
        var fields = call.Fields();
        var role = (_roles.GetValueOrDefault(call["name"]) ?? new KubernetesRole()).Update(fields);
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (role.Fault() is { } fault)
        {
            return VaultReply.BadRequest(fault);
        }

        _roles[call["name"]] = role;
        return VaultReply.NoContent;
    }

    private VaultReply DeleteRole(VaultCall call)
    {
        _roles.TryRemove(call["name"], out _);
        return VaultReply.NoContent;
    }

    private async ValueTask<VaultReply> LoginAsync(VaultCall call, CancellationToken cancellationToken)
    {
        var fields = call.Fields();
        var name = fields.Text("role");
        if (name.Length == 0)
        {
            return VaultReply.BadRequest("missing role");
        }

        if (fields.Text("jwt").Length == 0)
        {
            return VaultReply.BadRequest("missing jwt");
        }

        if (_roles.GetValueOrDefault(name) is not { } role)
        {
            return VaultReply.BadRequest($"invalid role name \"{name}\"");
        }

        return _config is { } config ? await _login.LoginAsync(call, config, name, role, cancellationToken) : Refusals.Internal("could not load backend configuration");
    }
}
