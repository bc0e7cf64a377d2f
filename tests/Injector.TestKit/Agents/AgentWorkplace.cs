using System.Text.Json.Nodes;
using Injector.TestKit.Vault;

namespace Injector.TestKit.Agents;

/// <summary>The files an agent finds in its container: token, CA, configuration; and the folder it publishes to.</summary>
public sealed class AgentWorkplace : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Prepares a workplace with kubernetes logins.</summary>
    /// <param name="vault">The server to log in to.</param>
    public AgentWorkplace(KubernetesVault vault)
        : this(vault.Server.Address, vault.Server.CaCertificatePem)
    {
        File.WriteAllText(TokenFile, vault.ServiceAccountToken());
        UseMethod("kubernetes", "auth/kubernetes", new JsonObject { ["role"] = KubernetesVault.Role, ["token_path"] = TokenFile });
    }

    /// <summary>Prepares a workplace without a login method.</summary>
    /// <param name="address">The server.</param>
    /// <param name="caCertificatePem">Its root; null: it speaks HTTP, or the machine trusts it.</param>
    public AgentWorkplace(Uri address, string? caCertificatePem)
    {
        Configuration = Document(address, caCertificatePem);
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Secrets);
    }

    /// <summary>The configuration document; change it before <see cref="Save"/>.</summary>
    public JsonObject Configuration { get; }

    /// <summary>Variables of the agent's container beside its home.</summary>
    public IDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A program and its arguments that start the agent by replacing themselves; empty: it is started directly.</summary>
    public IReadOnlyList<string> Launcher { get; set; } = [];

    /// <summary>Folder for rendered files.</summary>
    public string Secrets => _folder.PathOf("secrets");

    /// <summary>The agent's home.</summary>
    public string Home => _folder.PathOf("home");

    /// <summary>What the kubelet would show.</summary>
    public string TerminationLog => _folder.PathOf("termination-log");

    /// <summary>The file for <c>-config</c>.</summary>
    public string ConfigurationFile => _folder.PathOf("agent.json");

    /// <summary>The ServiceAccount token's file.</summary>
    public string TokenFile => _folder.PathOf("token");

    /// <summary>The file with the roots the agent trusts; it exists with HTTPS only.</summary>
    public string RootsFile => _folder.PathOf("ca.pem");

    /// <summary>Adds a template.</summary>
    /// <param name="name">The file's name in <see cref="Secrets"/>.</param>
    /// <param name="contents">The template.</param>
    public void AddTemplate(string name, string contents) => (Configuration["template"] as JsonArray)?.Add((JsonNode)new JsonObject
    {
        ["destination"] = Path.Combine(Secrets, name),
        ["contents"] = contents,
    });

    /// <summary>Says how to log in.</summary>
    /// <param name="type">The method's type.</param>
    /// <param name="mountPath">Where it is mounted, with <c>auth/</c>.</param>
    /// <param name="settings">Its own settings.</param>
    public void UseMethod(string type, string mountPath, JsonObject settings)
    {
        if (Configuration["auto_auth"] is JsonObject autoAuth)
        {
            autoAuth["method"] = new JsonObject { ["type"] = type, ["mount_path"] = mountPath, ["config"] = settings };
        }
    }

    /// <summary>Makes a path in the workplace.</summary>
    /// <param name="name">Name of a file or folder.</param>
    /// <returns>The path.</returns>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Writes the document.</summary>
    public void Save() => File.WriteAllText(ConfigurationFile, Configuration.ToJsonString());

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private JsonObject Document(Uri address, string? caCertificatePem)
    {
        var connection = new JsonObject { ["address"] = address.GetLeftPart(UriPartial.Authority) };
        if (caCertificatePem is { } pem)
        {
            File.WriteAllText(RootsFile, pem);
            connection["ca_cert"] = RootsFile;
        }

        return new JsonObject
        {
            ["auto_auth"] = new JsonObject
            {
                ["sink"] = new JsonArray(new JsonObject
                {
                    ["type"] = "file",
                    ["config"] = new JsonObject { ["path"] = Path.Combine(Home, ".vault-token") },
                }),
            },
            ["exit_after_auth"] = true,
            ["pid_file"] = Path.Combine(Home, ".pid"),
            ["vault"] = connection,
            ["template"] = new JsonArray(),
            ["template_config"] = new JsonObject { ["exit_on_retry_failure"] = true },
            ["injector"] = new JsonObject
            {
                ["init_patience"] = "20s",
                ["volumes"] = new JsonArray(new JsonObject { ["path"] = Secrets }),
            },
        };
    }
}
