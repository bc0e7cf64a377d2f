using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.Sandbox.Vault.Journal;
using Injector.TestKit.Vault;

namespace Injector.TestKit.Agents;

/// <summary>A server with a number of secrets, and workplaces whose templates read them, in the form of the examples: what figures of the agent are measured with.</summary>
public sealed class ExampleVault : IAsyncDisposable
{
    private readonly KubernetesVault _vault;
    private readonly int _secrets;

    private ExampleVault(KubernetesVault vault, int secrets)
    {
        _vault = vault;
        _secrets = secrets;
    }

    /// <summary>The requests the server saw.</summary>
    public RequestJournal Journal => _vault.Server.Journal;

    /// <summary>Starts a server with the first version of every secret.</summary>
    /// <param name="transport">HTTP or HTTPS.</param>
    /// <param name="secrets">How many secrets.</param>
    /// <returns>The server; its journal is empty.</returns>
    public static async Task<ExampleVault> StartAsync(SandboxTransport transport, int secrets)
    {
        var server = new ExampleVault(await KubernetesVault.StartAsync(new SandboxVaultOptions { Transport = transport }, CancellationToken.None), secrets);
        await server.RotateAsync(0);
        server.Journal.Clear();
        return server;
    }

    /// <summary>Writes a new version of every secret.</summary>
    /// <param name="generation">Its number.</param>
    /// <returns>A task that ends when all are written.</returns>
    public async Task RotateAsync(int generation)
    {
        for (var index = 0; index < _secrets; index++)
        {
            var values = new JsonObject
            {
                ["host"] = "db.shop.svc",
                ["port"] = 5432,
                ["username"] = "app",
                ["password"] = string.Create(CultureInfo.InvariantCulture, $"generation-{generation}"),
            };
            await _vault.WriteSecretAsync($"app/{index}", values, CancellationToken.None);
        }
    }

    /// <summary>Prepares a workplace with one template for each secret.</summary>
    /// <returns>The workplace.</returns>
    public AgentWorkplace Workplace()
    {
        var workplace = new AgentWorkplace(_vault);
        if (_vault.Server.Address.Scheme == Uri.UriSchemeHttps && workplace.Configuration["vault"] is JsonObject connection)
        {
            // By name, as in a cluster: TLS sessions are kept, and taken up by the next connection, for names only.
            connection["address"] = string.Create(CultureInfo.InvariantCulture, $"https://localhost:{_vault.Server.Address.Port}");
        }

        for (var index = 0; index < _secrets; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"kv/data/app/{index}");
            workplace.AddTemplate(
                FileName(index),
                $$$"""
                {{- with secret "{{{path}}}" -}}
                DB_HOST={{ .Data.data.host }}
                DB_PORT={{ .Data.data.port }}
                DB_USER={{ .Data.data.username }}
                DB_PASSWORD={{ .Data.data.password }}
                {{- end }}
                """);
        }

        return workplace;
    }

    /// <summary>Whether every file is there and holds the generation.</summary>
    /// <param name="workplace">Where the agent publishes.</param>
    /// <param name="generation">Its number.</param>
    /// <returns>True: all files are of this generation.</returns>
    public bool IsPublished(AgentWorkplace workplace, int generation)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $"DB_PASSWORD=generation-{generation}");
        return Enumerable.Range(0, _secrets).All(index =>
        {
            var file = Path.Combine(workplace.Secrets, FileName(index));
            return File.Exists(file) && File.ReadAllText(file).EndsWith(wanted, StringComparison.Ordinal);
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _vault.DisposeAsync();

    private static string FileName(int index) => string.Create(CultureInfo.InvariantCulture, $"app-{index}.env");
}
