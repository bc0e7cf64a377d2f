using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 3: logins.</summary>
public sealed class LoginCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    private static readonly ServiceAccountTokenRequest Web = new() { Namespace = "shop", ServiceAccount = "web", Audiences = ["vault"] };

    [Theory, OnEverySystem]
    public async Task S3_Kubernetes_GivesATokenWithThePoliciesOfTheRole(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await KubernetesAsync(vault, cluster);

        var answer = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web).Reveal() });

        var auth = answer.Expect(HttpStatusCode.OK).Auth;
        Assert.Matches("^(hv)?s[.]", auth["client_token"]?.ToString()); // Vault's prefix, OpenBao's without its first two letters.
        Assert.NotEmpty(auth["accessor"]?.ToString() ?? string.Empty);
        Assert.Equal("""["default","shop"]""", auth["policies"]?.ToJsonString());
        Assert.Equal("""["default","shop"]""", auth["token_policies"]?.ToJsonString());
        Assert.Equal("web", auth["metadata"]?["service_account_name"]?.ToString());
        Assert.Equal("shop", auth["metadata"]?["service_account_namespace"]?.ToString());
        Assert.Equal("app", auth["metadata"]?["role"]?.ToString());
        Assert.Equal("3600", auth["lease_duration"]?.ToString());
        Assert.Equal("true", auth["renewable"]?.ToString());
        Assert.Equal("service", auth["token_type"]?.ToString());
        Assert.Equal("true", auth["orphan"]?.ToString());
        Assert.NotEmpty(auth["entity_id"]?.ToString() ?? string.Empty);
    }

    [Theory, OnEverySystem]
    public async Task S3_Kubernetes_400_UnknownRoleAndMissingFields(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await KubernetesAsync(vault, cluster);
        var jwt = issuer.Issue(Web).Reveal();

        var unknown = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "nobody", ["jwt"] = jwt });
        var noJwt = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app" });
        var noRole = await vault.LoginAsync($"{method}/login", new JsonObject { ["jwt"] = jwt });

        Assert.Contains("invalid role name \"nobody\"", unknown.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        Assert.Contains("missing jwt", noJwt.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        Assert.Contains("missing role", noRole.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S3_Kubernetes_403_NameAndNamespaceMustBeBound(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await KubernetesAsync(vault, cluster);

        var name = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web with { ServiceAccount = "other" }).Reveal() });
        var place = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web with { Namespace = "other" }).Reveal() });

        // Before 1.11 the method's own errors were faults of the server.
        HttpStatusCode[] older = await vault.IsAtLeastAsync("1.11") ? [] : [HttpStatusCode.InternalServerError];
        Assert.Contains(name.Status, (HttpStatusCode[])[HttpStatusCode.Forbidden, .. older]);
        Assert.Contains("service account name not authorized", name.Errors, StringComparison.Ordinal);
        Assert.Contains(place.Status, (HttpStatusCode[])[HttpStatusCode.Forbidden, .. older]);
        Assert.Contains("namespace not authorized", place.Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S3_Kubernetes_RefusesATokenTheClusterDoesNotKnow(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        using var forger = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await KubernetesAsync(vault, cluster);

        var answer = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = forger.Issue(Web).Reveal() });

        Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError, $"got {answer.Status}");
    }

    [Theory, OnEverySystem(SandboxOnly = "Whether a role may do without an audience depends on the server's version.")]
    public async Task S3_Kubernetes_TakesAnyAudienceWhenTheRoleNamesNone(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await KubernetesAsync(vault, cluster);
        (await vault.WriteAsync($"{method}/role/open", Json("""{"bound_service_account_names":["*"],"bound_service_account_namespaces":["shop"]}"""))).ExpectSuccess();

        (await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "open", ["jwt"] = issuer.Issue(Web with { Audiences = ["other"] }).Reveal() })).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S3_Kubernetes_RefusesAnotherAudience(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await KubernetesAsync(vault, cluster);

        var answer = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web with { Audiences = ["other"] }).Reveal() });

        Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError, $"got {answer.Status}");
    }

    [Theory, OnEverySystem]
    public async Task S3_Jwt_ChecksSignatureAudienceAndSubject(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        var method = await vault.EnableAsync("jwt");
        await vault.WriteAsync($"{method}/config", new JsonObject { ["jwt_validation_pubkeys"] = new JsonArray(JsonValue.Create(issuer.PublicKeyPem)) });
        (await vault.WriteAsync($"{method}/role/app", Json(
            """{"role_type":"jwt","user_claim":"sub","bound_audiences":["vault"],"bound_subject":"system:serviceaccount:shop:web","token_policies":["shop"],"token_ttl":"10m"}""")))
            .ExpectSuccess();

        var good = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web).Reveal() });
        var audience = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web with { Audiences = ["x"] }).Reveal() });
        var subject = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web with { ServiceAccount = "x" }).Reveal() });
        var role = await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "none", ["jwt"] = issuer.Issue(Web).Reveal() });

        Assert.Equal("600", good.Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
        Assert.Contains("error validating token", audience.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        Assert.Contains("error validating token", subject.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        Assert.Contains("role \"none\" could not be found", role.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S3_Jwt_FetchesTheKeysOfACluster(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        var method = await vault.EnableAsync("jwt");
        (await vault.WriteAsync($"{method}/config", new JsonObject { ["jwks_url"] = cluster.KeySetAddress.AbsoluteUri })).ExpectSuccess();
        (await vault.WriteAsync($"{method}/role/app", Json("""{"role_type":"jwt","user_claim":"sub","bound_audiences":["vault"]}"""))).ExpectSuccess();

        (await vault.LoginAsync($"{method}/login", new JsonObject { ["role"] = "app", ["jwt"] = issuer.Issue(Web).Reveal() })).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S3_AppRole_TakesARoleIdWithASecretId(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", Json("""{"token_policies":["shop"],"token_ttl":"15m","secret_id_num_uses":1}"""));
        var roleId = (await vault.ReadAsync($"{method}/role/app/role-id")).Data["role_id"]?.ToString();
        var issued = (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Expect(HttpStatusCode.OK).Data;
        var body = new JsonObject { ["role_id"] = roleId, ["secret_id"] = issued["secret_id"]?.ToString() };

        var good = await vault.LoginAsync($"{method}/login", body);
        var used = await vault.LoginAsync($"{method}/login", body);
        var wrong = await vault.LoginAsync($"{method}/login", new JsonObject { ["role_id"] = "nobody", ["secret_id"] = "x" });

        Assert.Equal("900", good.Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
        Assert.Equal("app", good.Auth["metadata"]?["role_name"]?.ToString());
        Assert.Contains("invalid", used.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        Assert.Contains("invalid role", wrong.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S3_Cert_400_WithoutAClientCertificate(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("cert");

        (await vault.LoginAsync($"{method}/login", [])).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S3_BatchTokensAreNotRenewableAndHaveNoAccessor(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", Json("""{"token_type":"batch","token_ttl":"15m"}"""));
        var roleId = (await vault.ReadAsync($"{method}/role/app/role-id")).Data["role_id"]?.ToString();
        var secretId = (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Data["secret_id"]?.ToString();

        var auth = (await vault.LoginAsync($"{method}/login", new JsonObject { ["role_id"] = roleId, ["secret_id"] = secretId })).Expect(HttpStatusCode.OK).Auth;

        Assert.Matches("^(hv)?b[.]", auth["client_token"]?.ToString());
        Assert.Equal("batch", auth["token_type"]?.ToString());
        Assert.Equal("false", auth["renewable"]?.ToString());
        Assert.Equal(string.Empty, auth["accessor"]?.ToString());
    }

    private static async Task<string> KubernetesAsync(VaultSession vault, TokenReviewServer cluster)
    {
        var method = await vault.EnableAsync("kubernetes");
        (await vault.WriteAsync($"{method}/config", cluster.VaultConfiguration())).ExpectSuccess();
        (await vault.WriteAsync($"{method}/role/app", Json(
            """{"bound_service_account_names":["web"],"bound_service_account_namespaces":["shop"],"audience":"vault","token_policies":["shop"],"token_ttl":"1h"}"""))).ExpectSuccess();
        return method;
    }
}
