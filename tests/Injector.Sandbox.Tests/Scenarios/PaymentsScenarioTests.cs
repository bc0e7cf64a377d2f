using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Scenarios;
using Injector.Sandbox.Vault;

namespace Injector.Sandbox.Tests.Scenarios;

public sealed class PaymentsScenarioTests
{
    [Fact]
    public async Task Serves_TheDemoOverTls()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await SandboxVault.StartAsync(new SandboxVaultOptions { Transport = SandboxTransport.Https }, stop);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        using var admin = Connect(server, server.RootToken.Reveal());
        var scenario = new PaymentsScenario(admin);

        Assert.Empty(await scenario.FindConflictsAsync(stop));
        await scenario.SetUpAsync(issuer.VaultConfiguration(), stop);
        Assert.Equal(["kv/", "pki/", "auth/kubernetes/"], await scenario.FindConflictsAsync(stop));

        var jwt = issuer.Issue(new ServiceAccountTokenRequest { Namespace = PaymentsScenario.Namespace, ServiceAccount = PaymentsScenario.ServiceAccount });
        var token = await LoginAsync(server, jwt.Reveal(), stop);
        using var app = Connect(server, token);
        var database = await app.ReadAsync("kv/data/payments/database", stop);
        var certificate = await app.WriteAsync("pki/issue/payments", new JsonObject { ["common_name"] = "payments.shop.svc" }, stop);
        Assert.Equal("first-p4ssword", database?["data"]?["password"]?.ToString());
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", certificate?["certificate"]?.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<VaultAdministrationException>(() => app.ReadAsync("kv/data/other", stop));

        await scenario.RemoveAsync(stop);
        Assert.Empty(await scenario.FindConflictsAsync(stop));
    }

    private static VaultAdministrator Connect(SandboxVault server, string token) => new(server.Address, token, PinnedRoot.Handler(server.CaCertificatePem));

    private static async Task<string> LoginAsync(SandboxVault server, string jwt, CancellationToken stop)
    {
        using var http = new HttpClient(PinnedRoot.Handler(server.CaCertificatePem)) { BaseAddress = server.Address };
        using var content = new StringContent(new JsonObject { ["role"] = "payments", ["jwt"] = jwt }.ToJsonString());
        using var response = await http.PutAsync(new Uri("/v1/auth/kubernetes/login", UriKind.Relative), content, stop);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(stop));
        return answer?["auth"]?["client_token"]?.ToString() ?? throw new InvalidOperationException($"No login: {answer?.ToJsonString()}");
    }
}
