using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Kubernetes;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>The agent itself: what it makes of a server's answers is the same against the sandbox and a real one.</summary>
public sealed class AgentCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task Agent_RendersSecretsOfEveryKind(SystemKind system)
    {
        await using var vault = Open(system);
        var plain = await vault.MountAsync("kv");
        var versioned = await vault.MountKvAsync();
        await vault.WriteAsync($"{plain}/app/a", Json("""{"x":"one"}"""));
        await vault.WriteAsync($"{plain}/app/b", Json("""{"x":"two"}"""));
        (await vault.WriteAsync($"{versioned}/data/app/c", Json("""{"data":{"y":"three","n":3}}"""))).ExpectSuccess();
        using var scene = await AgentScene.PrepareAsync(vault, $$"""
            path "{{plain}}/*" { capabilities = ["read", "list"] }
            path "{{versioned}}/data/*" { capabilities = ["read"] }
            path "{{versioned}}/metadata/*" { capabilities = ["list"] }
            """);
        scene.Workplace.AddTemplate("plain", $$$"""{{ with secret "{{{plain}}}/app/a" }}{{ .Data.x }}{{ end }}""");
        scene.Workplace.AddTemplate("versioned", $$$"""{{ with secret "{{{versioned}}}/app/c" }}{{ .Data.data.y }} {{ .Data.data.n }} {{ .Data.metadata.version }}{{ end }}""");
        scene.Workplace.AddTemplate("lists", $$$"""{{ range secrets "{{{plain}}}/app/" }}{{ . }} {{ end }}{{ range secrets "{{{versioned}}}/app/" }}{{ . }}{{ end }}""");
        scene.Workplace.AddTemplate("self", """{{ with secret "auth/token/lookup-self" }}{{ .Data.meta.role_name }}{{ end }}""");

        var (exitCode, log) = await scene.RunAsync();

        Assert.True(exitCode == ExitCodes.Success, log);
        Assert.Equal(("one", "three 3 1", "a b c", "app"), (scene.Published("plain"), scene.Published("versioned"), scene.Published("lists"), scene.Published("self")));
        Assert.Equal("app", (await vault.ReadAsync("auth/token/lookup-self", await File.ReadAllTextAsync(scene.TokenSink, VaultSession.Stop))).Data["meta"]?["role_name"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task Agent_WritesACertificateWithItsKey(SystemKind system)
    {
        await using var vault = Open(system);
        var pki = await vault.MountAsync("pki");
        (await vault.WriteAsync($"{pki}/root/generate/internal", Json("""{"common_name":"Root","key_type":"ec","key_bits":256,"ttl":"24h"}"""))).Expect(HttpStatusCode.OK);
        (await vault.WriteAsync($"{pki}/roles/web", Json("""{"allow_any_name":true,"key_type":"ec","key_bits":256,"max_ttl":"1h"}"""))).ExpectSuccess();
        using var scene = await AgentScene.PrepareAsync(vault, $$"""path "{{pki}}/issue/web" { capabilities = ["update"] }""");
        scene.Workplace.AddTemplate("written", $$$"""{{ with secret "{{{pki}}}/issue/web" "common_name=web.shop" "ttl=10m" }}{{ .Data.certificate }}{{ "\n" }}{{ .Data.private_key }}{{ end }}""");
        scene.Workplace.AddTemplate("kept", $$$"""{{ with pkiCert "{{{pki}}}/issue/web" "common_name=api.shop" "ttl=10m" }}{{ .Cert }}{{ .Key }}{{ end }}""");

        var (exitCode, log) = await scene.RunAsync();

        Assert.True(exitCode == ExitCodes.Success, log);
        foreach (var (name, host) in ((string, string)[])[("written", "web.shop"), ("kept", "api.shop")])
        {
            var pem = scene.Published(name) ?? string.Empty;
            using var certificate = X509Certificate2.CreateFromPem(pem, pem);
            Assert.True(certificate.MatchesHostname(host));
        }
    }

    [Theory, OnEverySystem]
    public async Task Agent_LogsInWithAWrappedSecretId(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        await vault.WriteAsync($"{kv}/a", Json("""{"x":"1"}"""));
        using var scene = await AgentScene.PrepareAsync(vault, $$"""path "{{kv}}/a" { capabilities = ["read"] }""");
        var wrapped = await vault.SendAsync(HttpMethod.Post, $"{scene.Method}/role/app/secret-id", "{}", vault.RootToken, ("X-Vault-Wrap-TTL", "60"));
        await File.WriteAllTextAsync(scene.SecretIdFile, wrapped.Expect(HttpStatusCode.OK).WrapInfo["token"]?.ToString(), VaultSession.Stop);
        scene.UseSecretId(new JsonObject { ["secret_id_response_wrapping_path"] = $"{scene.Method}/role/app/secret-id" });
        scene.Workplace.AddTemplate("a", $$$"""{{ with secret "{{{kv}}}/a" }}{{ .Data.x }}{{ end }}""");

        var (exitCode, log) = await scene.RunAsync();

        Assert.True(exitCode == ExitCodes.Success, log);
        Assert.Equal("1", scene.Published("a"));
    }

    [Theory, OnEverySystem]
    public async Task Agent_LogsInWithItsServiceAccount(SystemKind system)
    {
        await using var vault = Open(system);
        using var issuer = new ServiceAccountTokenIssuer(TimeProvider.System);
        await using var cluster = await TokenReviewServer.StartAsync(issuer, TimeProvider.System, VaultSession.Stop);
        using var scene = await AgentScene.PrepareAsync(vault, """path "x" { capabilities = ["read"] }""");
        var method = await vault.EnableAsync("kubernetes");
        (await vault.WriteAsync($"{method}/config", cluster.VaultConfiguration())).ExpectSuccess();
        (await vault.WriteAsync($"{method}/role/app", Json(
            """{"bound_service_account_names":["web"],"bound_service_account_namespaces":["shop"],"audience":"vault","token_ttl":"1h"}"""))).ExpectSuccess();
        var jwt = issuer.Issue(new ServiceAccountTokenRequest { Namespace = "shop", ServiceAccount = "web", Audiences = ["vault"] });
        await File.WriteAllTextAsync(scene.Workplace.TokenFile, jwt.Reveal(), VaultSession.Stop);
        scene.Workplace.UseMethod("kubernetes", method, new JsonObject { ["role"] = "app", ["token_path"] = scene.Workplace.TokenFile });
        scene.Workplace.AddTemplate("self", """{{ with secret "auth/token/lookup-self" }}{{ .Data.meta.service_account_name }}{{ end }}""");

        var (exitCode, log) = await scene.RunAsync();

        Assert.True(exitCode == ExitCodes.Success, log);
        Assert.Equal("web", scene.Published("self"));
    }

    [Theory, OnEverySystem]
    public async Task Agent_SeesANewVersion_AndRevokesItsTokenAtTheEnd(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/a", Json("""{"data":{"x":"1"}}"""));
        using var scene = await AgentScene.PrepareAsync(vault, $$"""path "{{kv}}/*" { capabilities = ["read"] }""");
        scene.RunAsSidecar();
        (scene.Workplace.Configuration["injector"] as JsonObject)?.Add("revoke_on_shutdown", JsonValue.Create(true));
        scene.Workplace.AddTemplate("a", $$$"""{{ with secret "{{{kv}}}/a" }}{{ .Data.data.x }}{{ end }}""");
        await using var agent = AgentProcess.Start(scene.Workplace);
        await scene.PublishedAsync("a", "1");

        await vault.WriteAsync($"{kv}/data/a", Json("""{"data":{"x":"2"}}"""));
        await scene.PublishedAsync("a", "2");
        var token = await File.ReadAllTextAsync(scene.TokenSink, VaultSession.Stop);
        await agent.SignalAsync("TERM", VaultSession.Stop);

        Assert.Equal(ExitCodes.Success, await agent.WaitForExitAsync(VaultSession.Stop));
        (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.Forbidden);
        Assert.Equal("2", scene.Published("a"));
    }

    [Theory, OnEverySystem]
    public async Task Agent_KeepsItsTokenAlive(SystemKind system)
    {
        await using var vault = Open(system);
        using var scene = await AgentScene.PrepareAsync(vault, """path "x" { capabilities = ["read"] }""", tokenTtl: "8s");
        scene.RunAsSidecar();
        scene.Workplace.AddTemplate("self", """{{ with secret "auth/token/lookup-self" }}{{ .Data.meta.role_name }}{{ end }}""");
        await using var agent = AgentProcess.Start(scene.Workplace);
        await scene.PublishedAsync("self", "app");

        // The token the agent holds now: on a busy machine it may have come too late for its first one and have logged in again.
        await Eventually.IsTrueAsync(
            async () => (await vault.ReadAsync("auth/token/lookup-self", await File.ReadAllTextAsync(scene.TokenSink, VaultSession.Stop))).Data["last_renewal"] is not null,
            "the token was renewed",
            VaultSession.Stop);
    }

    [Theory, OnEverySystem(Needs = LeaseCases.PostgresVariable)]
    public async Task Agent_KeepsALeaseAlive_AndLetsItGoWithItsToken(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await LeaseCases.DatabaseAsync(vault);
        using var scene = await AgentScene.PrepareAsync(vault, $$"""path "{{database}}/creds/app" { capabilities = ["read"] }""");
        scene.RunAsSidecar();
        (scene.Workplace.Configuration["injector"] as JsonObject)?.Add("revoke_on_shutdown", JsonValue.Create(true));
        scene.Workplace.AddTemplate("lease", $$$"""{{ with secret "{{{database}}}/creds/app" }}{{ .LeaseID }}{{ end }}""");
        await using var agent = AgentProcess.Start(scene.Workplace);
        await Eventually.IsTrueAsync(() => scene.Published("lease") is not null, "credentials were published", VaultSession.Stop);
        var lease = new JsonObject { ["lease_id"] = scene.Published("lease") };

        await Eventually.IsTrueAsync(
            async () => (await vault.WriteAsync("sys/leases/lookup", lease)).Expect(HttpStatusCode.OK).Data["last_renewal"] is not null,
            "the lease was renewed",
            VaultSession.Stop);
        await agent.SignalAsync("TERM", VaultSession.Stop);
        await agent.WaitForExitAsync(VaultSession.Stop);

        Assert.Equal(lease["lease_id"]?.ToString(), scene.Published("lease"));
        (await vault.WriteAsync("sys/leases/renew", lease)).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task Agent_NamesWhatWasRefusedAndWhatIsMissing(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        using var scene = await AgentScene.PrepareAsync(vault, $$"""path "{{kv}}/data/open/*" { capabilities = ["read"] }""");
        scene.Workplace.AddTemplate("a", $$$"""{{ with secret "{{{kv}}}/closed/a" }}{{ .Data.data.x }}{{ end }}""");

        var refused = await scene.RunAsync();
        scene.Workplace.Configuration["template"] = new JsonArray();
        scene.Workplace.AddTemplate("a", $$$"""{{ with secret "{{{kv}}}/open/a" }}{{ .Data.data.x }}{{ end }}""");
        var missing = await scene.RunAsync();
        await File.WriteAllTextAsync(scene.SecretIdFile, "no-such-secret-id", VaultSession.Stop);
        var login = await scene.RunAsync();

        Assert.Equal((ExitCodes.SecretUnavailable, ExitCodes.SecretUnavailable, ExitCodes.LoginRefused), (refused.ExitCode, missing.ExitCode, login.ExitCode));
        Assert.Contains($"{kv}/data/closed/a", refused.Log, StringComparison.Ordinal);
        Assert.Contains($"{kv}/data/open/a", missing.Log, StringComparison.Ordinal);
        Assert.Contains(scene.Method, login.Log, StringComparison.Ordinal);
    }
}
