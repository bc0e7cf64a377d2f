using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Tests.Contract;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>Logins with a certificate on the connection.</summary>
public sealed class CertificateLoginTests(SandboxFixture sandbox) : ContractCases(sandbox)
{
    private readonly SandboxFixture _sandbox = sandbox;

    [Fact]
    public async Task Accepts_ACertificateOfAKnownAuthority()
    {
        await using var vault = Open(SystemKind.Sandbox);
        using var authority = Authority("CN=Clients");
        using var client = Client(authority, "web.shop");
        var method = await vault.EnableAsync("cert");
        await vault.WriteAsync($"{method}/certs/web", new JsonObject { ["certificate"] = authority.ExportCertificatePem(), ["allowed_common_names"] = "*", ["token_ttl"] = "5m" });

        var (status, body) = await LoginAsync(method, client, "{}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("300", body["auth"]?["lease_duration"]?.ToString());
        Assert.Equal("web.shop", body["auth"]?["metadata"]?["common_name"]?.ToString());
    }

    [Theory]
    [InlineData("CN=Strangers", "*", "web")]
    [InlineData("CN=Clients", "other.shop", "web")]
    [InlineData("CN=Clients", "*", "nobody")]
    public async Task Rejects_OtherAuthoritiesNamesAndRoles(string issuer, string allowedName, string role)
    {
        await using var vault = Open(SystemKind.Sandbox);
        using var authority = Authority("CN=Clients");
        using var stranger = Authority(issuer);
        using var client = Client(issuer == "CN=Clients" ? authority : stranger, "web.shop");
        var method = await vault.EnableAsync("cert");
        await vault.WriteAsync($"{method}/certs/web", new JsonObject { ["certificate"] = authority.ExportCertificatePem(), ["allowed_common_names"] = allowedName });

        var (status, _) = await LoginAsync(method, client, $$"""{"name":"{{role}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddHours(2));
    }

    private static X509Certificate2 Client(X509Certificate2 authority, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.Create(authority, now.AddHours(-1), now.AddHours(1), [1, 2, 3, 4]);
        return certificate.CopyWithPrivateKey(key);
    }

    private async Task<(HttpStatusCode Status, JsonObject Body)> LoginAsync(string method, X509Certificate2 client, string body)
    {
        using var handler = PinnedRoot.Handler(_sandbox.Server.CaCertificatePem);
        handler.SslOptions.ClientCertificates = [client];
        using var http = new HttpClient(handler);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(_sandbox.Server.Address, $"/v1/{method}/login"), content, VaultSession.Stop);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(VaultSession.Stop))?.AsObject() ?? []);
    }
}
