using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 7.5: the PKI engine.</summary>
public sealed class CertificateCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S7_5_Issue_GivesACertificateItsKeyAndItsChain(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var answer = (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop.svc","alt_names":"api.shop.svc","ip_sans":"10.0.0.1","ttl":"24h"}""")))
            .Expect(HttpStatusCode.OK);

        using var certificate = X509Certificate2.CreateFromPem(answer.Data["certificate"]?.ToString(), answer.Data["private_key"]?.ToString());
        using var authority = X509Certificate2.CreateFromPem(answer.Data["issuing_ca"]?.ToString());
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        Assert.True(chain.Build(certificate));
        Assert.True(certificate.MatchesHostname("web.shop.svc"));
        Assert.True(certificate.MatchesHostname("api.shop.svc"));
        Assert.True(certificate.MatchesHostname("10.0.0.1"));
        Assert.Equal("ec", answer.Data["private_key_type"]?.ToString());

        // Vault prints the number; the certificate's bytes start with a zero when the first bit would make it negative.
        var serial = Convert.ToHexStringLower(certificate.SerialNumberBytes.Span.TrimStart((byte)0));
        Assert.Equal(serial, answer.Data["serial_number"]?.ToString().Replace(":", string.Empty, StringComparison.Ordinal));
        Assert.Equal(string.Empty, answer.Body["lease_id"]?.ToString());
    }

    [Theory, OnEverySystem(Since = "1.11", Subject = "a root in its own chain")]
    public async Task S7_5_Issue_TheChainStartsWithTheIssuer(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var data = (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop.svc"}"""))).Expect(HttpStatusCode.OK).Data;

        Assert.Equal(data["issuing_ca"]?.ToString(), data["ca_chain"]?[0]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Issue_ExpirationIsANumberAndTheCertificatesEnd(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var data = (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop.svc","ttl":"24h"}"""))).Expect(HttpStatusCode.OK).Data;

        using var certificate = X509Certificate2.CreateFromPem(data["certificate"]?.ToString());
        Assert.Equal(new DateTimeOffset(certificate.NotAfter.ToUniversalTime()).ToUnixTimeSeconds(), data["expiration"]?.GetValue<long>());
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Issue_PemTextsHaveNoFinalNewline(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var data = (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop.svc"}"""))).Expect(HttpStatusCode.OK).Data;

        foreach (var key in (string[])["certificate", "issuing_ca", "private_key"])
        {
            Assert.EndsWith("-----", data[key]?.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Issue_EachCallGivesAnotherAndStoresIt(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);
        var body = Json("""{"common_name":"web.shop.svc"}""");

        var first = (await vault.WriteAsync($"{pki}/issue/web", body)).Data["serial_number"]?.ToString();
        var second = (await vault.WriteAsync($"{pki}/issue/web", body)).Data["serial_number"]?.ToString();

        Assert.NotEqual(first, second);
        Assert.StartsWith("-----BEGIN", (await vault.ReadAsync($"{pki}/cert/{first}")).Expect(HttpStatusCode.OK).Data["certificate"]?.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Issue_WithALease_IsNotRenewable(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);
        await vault.WriteAsync($"{pki}/roles/leased", Json("""{"allow_any_name":true,"key_type":"ec","key_bits":256,"generate_lease":true,"max_ttl":"1h"}"""));

        var body = (await vault.WriteAsync($"{pki}/issue/leased", Json("""{"common_name":"web.shop.svc","ttl":"10m"}"""))).Expect(HttpStatusCode.OK).Body;

        Assert.StartsWith($"{pki}/issue/leased/", body["lease_id"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal("false", body["renewable"]?.ToString());
        Assert.InRange(body["lease_duration"]?.GetValue<long>() ?? 0, 590, 600);
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Issue_400_ForNamesTheRoleDoesNotAllow(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var name = await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"evil.example"}"""));
        var role = await vault.WriteAsync($"{pki}/issue/none", Json("""{"common_name":"web.shop.svc"}"""));

        Assert.Contains("not allowed by this role", name.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        Assert.Contains("unknown role", role.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Issue_TheRolesMaxTtlCapsWithAWarning(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var answer = (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop.svc","ttl":"500h"}"""))).Expect(HttpStatusCode.OK);

        using var certificate = X509Certificate2.CreateFromPem(answer.Data["certificate"]?.ToString());
        Assert.InRange((certificate.NotAfter - certificate.NotBefore).TotalHours, 71.9, 72.2);

        // The warning came with 1.12.
        Assert.True(answer.Body["warnings"] is JsonArray { Count: > 0 } || !await vault.IsAtLeastAsync("1.12"), "a capped time is not warned of");
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Sign_GivesNoPrivateKey(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=web.shop.svc", key, HashAlgorithmName.SHA256);

        var data = (await vault.WriteAsync($"{pki}/sign/web", new JsonObject { ["csr"] = request.CreateSigningRequestPem(), ["common_name"] = "web.shop.svc" }))
            .Expect(HttpStatusCode.OK).Data;

        using var certificate = X509Certificate2.CreateFromPem(data["certificate"]?.ToString());
        using var paired = certificate.CopyWithPrivateKey(key);
        Assert.True(paired.HasPrivateKey);
        Assert.False(data.ContainsKey("private_key"));
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Ca_IsRawAsPemAndJsonUnderCert(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);

        var raw = await vault.SendAsync(HttpMethod.Get, $"{pki}/ca/pem", body: null, token: null);
        var json = await vault.SendAsync(HttpMethod.Get, $"{pki}/cert/ca", body: null, token: null);

        Assert.StartsWith("-----BEGIN CERTIFICATE-----", raw.Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(raw.Text.Trim(), json.Expect(HttpStatusCode.OK).Data["certificate"]?.ToString().Trim());
    }

    [Theory, OnEverySystem]
    public async Task S7_5_Revoke_MarksACertificate(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await AuthorityAsync(vault);
        var serial = (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop.svc"}"""))).Data["serial_number"]?.ToString();

        var revoked = (await vault.WriteAsync($"{pki}/revoke", new JsonObject { ["serial_number"] = serial })).Expect(HttpStatusCode.OK).Data["revocation_time"]?.GetValue<long>();

        Assert.Equal(revoked, (await vault.ReadAsync($"{pki}/cert/{serial}")).Data["revocation_time"]?.GetValue<long>());
        Assert.StartsWith("-----BEGIN X509 CRL-----", (await vault.SendAsync(HttpMethod.Get, $"{pki}/crl/pem", body: null, token: null)).Text, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S7_5_AnIntermediateIsSignedAndSignsWithItsChain(SystemKind system)
    {
        await using var vault = Open(system);
        var root = await AuthorityAsync(vault);
        var lower = await vault.MountAsync("pki");
        var csr = (await vault.WriteAsync($"{lower}/intermediate/generate/internal", Json("""{"common_name":"Lower","key_type":"ec","key_bits":256}"""))).Expect(HttpStatusCode.OK).Data["csr"]?.ToString();
        var signed = (await vault.WriteAsync($"{root}/root/sign-intermediate", new JsonObject { ["csr"] = csr, ["common_name"] = "Lower", ["ttl"] = "100h" })).Expect(HttpStatusCode.OK).Data;
        var bundle = string.Create(CultureInfo.InvariantCulture, $"{signed["certificate"]}\n{signed["issuing_ca"]}");
        (await vault.WriteAsync($"{lower}/intermediate/set-signed", new JsonObject { ["certificate"] = bundle })).ExpectSuccess();
        await vault.WriteAsync($"{lower}/roles/web", Json("""{"allow_any_name":true,"key_type":"ec","key_bits":256}"""));

        var data = (await vault.WriteAsync($"{lower}/issue/web", Json("""{"common_name":"web.shop.svc","ttl":"1h"}"""))).Expect(HttpStatusCode.OK).Data;

        Assert.Equal(2, (data["ca_chain"] as JsonArray)?.Count);
        Assert.Equal(signed["certificate"]?.ToString().Trim(), data["issuing_ca"]?.ToString().Trim());
    }

    private static async Task<string> AuthorityAsync(VaultSession vault)
    {
        var pki = await vault.MountAsync("pki");
        (await vault.WriteAsync($"{pki}/root/generate/internal", Json("""{"common_name":"Root","key_type":"ec","key_bits":256,"ttl":"700h"}"""))).Expect(HttpStatusCode.OK);
        (await vault.WriteAsync($"{pki}/roles/web", Json(
            """{"allowed_domains":["shop.svc"],"allow_subdomains":true,"key_type":"ec","key_bits":256,"max_ttl":"72h"}"""))).ExpectSuccess();
        return pki;
    }
}
