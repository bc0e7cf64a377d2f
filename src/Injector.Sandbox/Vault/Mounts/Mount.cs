using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Mounts;

/// <summary>A backend at a path.</summary>
internal sealed class Mount
{
    private volatile MountConfig _config;
    private volatile IReadOnlyDictionary<string, string> _options;

    /// <summary>Describes a mount and makes its backend.</summary>
    /// <param name="path">With a slash at its end; of auth methods with <c>auth/</c> in front.</param>
    /// <param name="type">The backend's type.</param>
    /// <param name="config">How it is tuned.</param>
    /// <param name="options">For example <c>version</c> of a kv engine.</param>
    /// <param name="backend">Makes the backend of this mount.</param>
    public Mount(string path, string type, MountConfig config, IReadOnlyDictionary<string, string> options, Func<Mount, IBackend> backend)
    {
        Path = path;
        Type = type;
        _config = config;
        _options = options;
        Uuid = Guid.NewGuid().ToString();
        Accessor = $"{(IsAuth ? "auth_" : string.Empty)}{type}_{Uuid[..8]}";
        Backend = backend(this);
    }

    public string Path { get; }

    public string Type { get; }

    public string Uuid { get; }

    public string Accessor { get; }

    public string Description { get; init; } = string.Empty;

    public IBackend Backend { get; }

    public bool IsAuth => Path.StartsWith("auth/", StringComparison.Ordinal);

    public MountConfig Config => _config;

    public IReadOnlyDictionary<string, string> Options => _options;

    /// <summary>The limits that hold: the mount's, or the system's.</summary>
    public Lifetimes Lifetimes => _config.Lifetimes.Or(Lifetimes.System);

    public void Tune(MountConfig config, IReadOnlyDictionary<string, string> options)
    {
        _config = config;
        _options = options;
    }

    public JsonObject ToJson() => new()
    {
        ["accessor"] = Accessor,
        ["config"] = Config.ToJson(),
        ["description"] = Description,
        ["external_entropy_access"] = false,
        ["local"] = false,
        ["options"] = Options.Count == 0 ? null : Options.ToJson(),
        ["plugin_version"] = string.Empty,
        ["running_plugin_version"] = Server.ServerVersion.PluginVersion,
        ["running_sha256"] = string.Empty,
        ["seal_wrap"] = false,
        ["type"] = Type,
        ["uuid"] = Uuid,
    };
}
