using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;
using Injector.TestKit.Vault;

namespace Injector.Benchmarks.Agent;

/// <summary>A server with a number of secrets, and workplaces whose templates read them, in the form of the examples.</summary>
internal sealed class BenchmarkVault(KubernetesVault vault, int secrets) : IAsyncDisposable
{
    public static async Task<BenchmarkVault> StartAsync(SandboxTransport transport, int secrets)
    {
        var server = new BenchmarkVault(await KubernetesVault.StartAsync(new SandboxVaultOptions { Transport = transport }, CancellationToken.None), secrets);
        await server.RotateAsync(0);
        return server;
    }

    /// <summary>Writes a new version of every secret.</summary>
    public async Task RotateAsync(int generation)
    {
        for (var index = 0; index < secrets; index++)
        {
            var values = new JsonObject
            {
                ["host"] = "db.shop.svc",
                ["port"] = 5432,
                ["username"] = "app",
                ["password"] = string.Create(CultureInfo.InvariantCulture, $"generation-{generation}"),
            };
            await vault.WriteSecretAsync($"app/{index}", values, CancellationToken.None);
        }
    }

    public AgentWorkplace Workplace()
    {
        var workplace = new AgentWorkplace(vault);
        for (var index = 0; index < secrets; index++)
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
    public bool IsPublished(AgentWorkplace workplace, int generation)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $"DB_PASSWORD=generation-{generation}");
        return Enumerable.Range(0, secrets).All(index =>
        {
            var file = Path.Combine(workplace.Secrets, FileName(index));
            return File.Exists(file) && File.ReadAllText(file).EndsWith(wanted, StringComparison.Ordinal);
        });
    }

    public ValueTask DisposeAsync() => vault.DisposeAsync();

    private static string FileName(int index) => string.Create(CultureInfo.InvariantCulture, $"app-{index}.env");
}
