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

    /// <summary>Folder for rendered files.</summary>
    public string Secrets => _folder.PathOf("secrets");

    /// <summary>The agent's home.</summary>
    public string Home => _folder.PathOf("home");

    /// <summary>What the kubelet would show.</summary>
    public string TerminationLog => _folder.PathOf("termination-log");

    /// <summary>The file for <c>-config</c>.</summary>
    public string ConfigurationFile => _folder.PathOf("agent.json");

    private string TokenFile => _folder.PathOf("token");

    /// <summary>Adds a template.</summary>
    /// <param name="name">The file's name in <see cref="Secrets"/>.</param>
    /// <param name="contents">The template.</param>
    public void AddTemplate(string name, string contents) => (Configuration["template"] as JsonArray)?.Add((JsonNode)new JsonObject
    {
        ["destination"] = Path.Combine(Secrets, name),
        ["contents"] = contents,
    });

    /// <summary>Writes the document.</summary>
    public void Save() => File.WriteAllText(ConfigurationFile, Configuration.ToJsonString());

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private JsonObject Document(KubernetesVault vault)
    {
        var connection = new JsonObject { ["address"] = vault.Server.Address.GetLeftPart(UriPartial.Authority) };
        if (vault.Server.CaCertificatePem is { } pem)
        {
            File.WriteAllText(_folder.PathOf("ca.pem"), pem);
            connection["ca_cert"] = _folder.PathOf("ca.pem");
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
