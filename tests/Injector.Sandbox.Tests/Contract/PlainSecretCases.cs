using System.Net;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 7.3: KV version 1 and the cubbyhole.</summary>
public sealed class PlainSecretCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S7_3_Kv1_DataIsTheObjectItself(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        (await vault.WriteAsync($"{kv}/app", Json("""{"user":"u","n":{"a":1}}"""))).Expect(HttpStatusCode.NoContent);

        var answer = (await vault.ReadAsync($"{kv}/app")).Expect(HttpStatusCode.OK);

        Assert.Equal("u", answer.Data["user"]?.ToString());
        Assert.Equal("1", answer.Data["n"]?["a"]?.ToString());
        Assert.Equal(string.Empty, answer.Body["lease_id"]?.ToString());
        Assert.Equal("false", answer.Body["renewable"]?.ToString());
        Assert.Equal("2764800", answer.Body["lease_duration"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_3_Kv1_ATtlInTheDataIsTheLeaseDuration(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        await vault.WriteAsync($"{kv}/app", Json("""{"user":"u","ttl":"30s"}"""));

        Assert.Equal("30", (await vault.ReadAsync($"{kv}/app")).Body["lease_duration"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_3_Kv1_404WhenMissing(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");

        (await vault.ReadAsync($"{kv}/none")).Expect(HttpStatusCode.NotFound);
        (await vault.ListAsync(kv)).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S7_3_Cubbyhole_BelongsToOneToken(SystemKind system)
    {
        await using var vault = Open(system);
        var mine = await vault.TokenAsync("""path "x" { capabilities = ["read"] }""");
        var other = await vault.TokenAsync("""path "x" { capabilities = ["read"] }""");

        (await vault.WriteAsync("cubbyhole/a", Json("""{"x":"1"}"""), mine)).Expect(HttpStatusCode.NoContent);

        Assert.Equal("1", (await vault.ReadAsync("cubbyhole/a", mine)).Expect(HttpStatusCode.OK).Data["x"]?.ToString());
        (await vault.ReadAsync("cubbyhole/a", other)).Expect(HttpStatusCode.NotFound);
    }
}
