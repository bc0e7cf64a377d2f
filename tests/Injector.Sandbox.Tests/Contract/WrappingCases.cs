using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 6: wrapping.</summary>
public sealed class WrappingCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S6_AWrappedAnswerHasOnlyWrapInfo(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = await WrapAsync(vault);

        Assert.Null(answer.Body["data"]);
        Assert.Null(answer.Body["auth"]);
        Assert.Equal("sys/wrapping/wrap", answer.WrapInfo["creation_path"]?.ToString());
        Assert.Equal("60", answer.WrapInfo["ttl"]?.ToString());
        foreach (var key in (string[])["token", "accessor", "creation_time"])
        {
            Assert.NotEmpty(answer.WrapInfo[key]?.ToString() ?? string.Empty);
        }
    }

    [Theory, OnEverySystem]
    public async Task S6_Unwrap_WithTheWrappingTokenItself_WorksOnce(SystemKind system)
    {
        await using var vault = Open(system);
        var token = TokenOf(await WrapAsync(vault));

        var first = await vault.SendAsync(HttpMethod.Put, "sys/wrapping/unwrap", body: null, token);
        var second = await vault.SendAsync(HttpMethod.Put, "sys/wrapping/unwrap", body: null, token);

        Assert.Equal("42", first.Expect(HttpStatusCode.OK).Data["answer"]?.ToString());
        second.Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S6_Unwrap_WithAnOwnTokenAndTheOtherInTheBody(SystemKind system)
    {
        await using var vault = Open(system);
        var own = await vault.TokenAsync("""path "x" { capabilities = ["read"] }""");
        var token = TokenOf(await WrapAsync(vault));

        var answer = await vault.WriteAsync("sys/wrapping/unwrap", new JsonObject { ["token"] = token }, own);

        Assert.Equal("42", answer.Expect(HttpStatusCode.OK).Data["answer"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S6_Unwrap_400_InvalidToken(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = await vault.WriteAsync("sys/wrapping/unwrap", new JsonObject { ["token"] = UnknownToken });

        Assert.Contains("wrapping token is not valid or does not exist", answer.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S6_Lookup_DoesNotUseTheTokenUp(SystemKind system)
    {
        await using var vault = Open(system);
        var token = TokenOf(await WrapAsync(vault));

        var byBody = await vault.LoginAsync("sys/wrapping/lookup", new JsonObject { ["token"] = token });

        Assert.Equal("sys/wrapping/wrap", byBody.Expect(HttpStatusCode.OK).Data["creation_path"]?.ToString());
        Assert.Equal("60", byBody.Data["creation_ttl"]?.ToString());
        Assert.NotEmpty(byBody.Data["creation_time"]?.ToString() ?? string.Empty);
        var byOwn = (await vault.ReadAsync("sys/wrapping/lookup", token)).Expect(HttpStatusCode.OK).Data;
        Assert.Equal(byBody.Data["creation_time"]?.ToString(), byOwn["creation_time"]?.ToString());
        (await vault.SendAsync(HttpMethod.Put, "sys/wrapping/unwrap", body: null, token)).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S6_WrappingNeedsATime(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.WriteAsync("sys/wrapping/wrap", Json("""{"answer":42}"""))).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S6_ALoginCanBeWrapped(SystemKind system)
    {
        await using var vault = Open(system);

        var wrapped = await vault.SendAsync(HttpMethod.Put, "auth/token/create", """{"policies":["default"]}""", vault.RootToken, ("X-Vault-Wrap-TTL", "1m"));
        var unwrapped = await vault.SendAsync(HttpMethod.Put, "sys/wrapping/unwrap", body: null, TokenOf(wrapped));

        Assert.Equal("auth/token/create", wrapped.WrapInfo["creation_path"]?.ToString());
        Assert.Equal(unwrapped.Auth["accessor"]?.ToString(), wrapped.WrapInfo["wrapped_accessor"]?.ToString());
        (await vault.ReadAsync("auth/token/lookup-self", unwrapped.Auth["client_token"]?.ToString())).Expect(HttpStatusCode.OK);
    }

    private static Task<Answer> WrapAsync(VaultSession vault) =>
        vault.SendAsync(HttpMethod.Put, "sys/wrapping/wrap", """{"answer":42}""", vault.RootToken, ("X-Vault-Wrap-TTL", "60"));

    private static string TokenOf(Answer wrapped) => wrapped.Expect(HttpStatusCode.OK).WrapInfo["token"]?.ToString() ?? string.Empty;
}
