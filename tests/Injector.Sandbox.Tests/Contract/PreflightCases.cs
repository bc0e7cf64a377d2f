using System.Net;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 7.1: which mount a path leads to.</summary>
public sealed class PreflightCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S7_1_KvVersion2_SaysSo(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        var answer = (await vault.ReadAsync($"sys/internal/ui/mounts/{kv}/a/b")).Expect(HttpStatusCode.OK);

        Assert.Equal($"{kv}/", answer.Data["path"]?.ToString());
        Assert.Equal("kv", answer.Data["type"]?.ToString());
        Assert.Equal("2", answer.Data["options"]?["version"]?.ToString());

        // Other than the lists of sys/mounts it does not repeat its data beside it.
        Assert.False(answer.Body.ContainsKey("type"));
    }

    [Theory, OnEverySystem]
    public async Task S7_1_OtherMounts_HaveNoSuchVersion(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        var pki = await vault.MountAsync("pki");

        var plain = (await vault.ReadAsync($"sys/internal/ui/mounts/{kv}/a")).Expect(HttpStatusCode.OK);
        var certificates = (await vault.ReadAsync($"sys/internal/ui/mounts/{pki}/issue/x")).Expect(HttpStatusCode.OK);

        Assert.NotEqual("2", plain.Data["options"]?["version"]?.ToString());
        Assert.Equal("pki", certificates.Data["type"]?.ToString());
        Assert.Null(certificates.Data["options"]);
    }

    [Theory, OnEverySystem]
    public async Task S7_1_MountsWithSlashesAreFound(SystemKind system)
    {
        await using var vault = Open(system);
        var path = $"{vault.Prefix}/team/kv";
        (await vault.WriteAsync($"sys/mounts/{path}", Json("""{"type":"kv","options":{"version":"2"}}"""))).Expect(HttpStatusCode.NoContent);

        var answer = await vault.ReadAsync($"sys/internal/ui/mounts/{path}/a");
        await vault.DeleteAsync($"sys/mounts/{path}");

        Assert.Equal($"{path}/", answer.Expect(HttpStatusCode.OK).Data["path"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_1_AnyRightBelowTheMountIsEnough(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        var token = await vault.TokenAsync($$"""path "{{kv}}/data/team/+/app" { capabilities = ["read"] }""");

        (await vault.ReadAsync($"sys/internal/ui/mounts/{kv}/else", token)).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S7_1_403_WithoutARightAndWithoutAMount(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        var token = await vault.TokenAsync("""path "other/*" { capabilities = ["read"] }""");

        (await vault.ReadAsync($"sys/internal/ui/mounts/{kv}/a", token)).Expect(HttpStatusCode.Forbidden);
        (await vault.ReadAsync($"sys/internal/ui/mounts/{vault.Prefix}-none/a", token)).Expect(HttpStatusCode.Forbidden);
        (await vault.ReadAsync($"sys/internal/ui/mounts/{vault.Prefix}-none/a")).Expect(HttpStatusCode.Forbidden);
        (await vault.ReadAsync($"sys/internal/ui/mounts/{kv}/a", UnknownToken)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task S7_1_ADenialIsNoRight(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        var token = await vault.TokenAsync($$"""path "{{kv}}/*" { capabilities = ["deny"] }""");

        (await vault.ReadAsync($"sys/internal/ui/mounts/{kv}/a", token)).Expect(HttpStatusCode.Forbidden);
    }
}
