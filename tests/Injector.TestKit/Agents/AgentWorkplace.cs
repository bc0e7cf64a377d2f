using System.Text.Json.Nodes;
using Injector.TestKit.Vault;

namespace Injector.TestKit.Agents;

/// <summary>The files an agent finds in its container: token, CA, configuration; and the folder it publishes to.</summary>
public sealed class AgentWorkplace : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Prepares a workplace.</summary>
    /// <param name="vault">The server to log in to.</param>
    public AgentWorkplace(KubernetesVault vault)
    {
        File.WriteAllText(TokenFile, vault.ServiceAccountToken());
        Configuration = Document(vault);
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

    /// <summary>Makes a path in the workplace.</summary>
    /// <param name="name">Name of a file or folder.</param>
    /// <returns>The path.</returns>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Writes the document.</summary>
    public void Save() => File.WriteAllText(ConfigurationFile, Configuration.ToJsonString());

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private JsonObject Document(KubernetesVault vault)
    {
        var connection = new JsonObject { ["address"] = vault.Server.Address.GetLeftPart(UriPartial.Authority) };
        if (vault.Server.CaCertificatePem is { } pem)
        {
            File.WriteAllText(RootsFile, pem);
            connection["ca_cert"] = RootsFile;
        }

        return new JsonObject
        {
            ["auto_auth"] = new JsonObject
            {
                ["method"] = new JsonObject
                {
                    ["type"] = "kubernetes",
                    ["mount_path"] = "auth/kubernetes",
                    ["config"] = new JsonObject { ["role"] = KubernetesVault.Role, ["token_path"] = TokenFile },
                },
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
