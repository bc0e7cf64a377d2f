using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 2: envelopes, errors and status codes.</summary>
public sealed class AnswerCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S2_1_AnEnvelopeHasItsKeys(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        await vault.WriteAsync($"{kv}/a", Json("""{"x":"1"}"""));

        var body = (await vault.ReadAsync($"{kv}/a")).Expect(HttpStatusCode.OK).Body;

        foreach (var key in (string[])["request_id", "lease_id", "renewable", "lease_duration", "data", "wrap_info", "warnings", "auth"])
        {
            Assert.True(body.ContainsKey(key), $"'{key}' is missing");
        }

        Assert.NotEmpty(body["request_id"]?.ToString() ?? string.Empty);
    }

    [Theory, OnEverySystem]
    public async Task S2_1_SystemEndpointsRepeatTheirData(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = await vault.ReadAsync("sys/mounts");

        Assert.Equal("cubbyhole", answer.Data["cubbyhole/"]?["type"]?.ToString());
        Assert.Equal("cubbyhole", answer.Body["cubbyhole/"]?["type"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S2_1_SuccessWithoutABodyIs204(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");

        Assert.Empty((await vault.WriteAsync($"{kv}/a", Json("""{"x":"1"}"""))).Expect(HttpStatusCode.NoContent).Text);
    }

    [Theory, OnEverySystem]
    public async Task S2_2_ErrorsAreAListOfTexts(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync("""path "x" { capabilities = ["read"] }""");

        var answer = (await vault.ReadAsync("sys/mounts", token)).Expect(HttpStatusCode.Forbidden);

        Assert.Equal("1 error occurred:\n\t* permission denied\n\n", answer.Errors);
    }

    [Theory, OnEverySystem]
    public async Task S2_3_400_AnUnknownMountType(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.WriteAsync($"sys/mounts/{vault.Prefix}", Json("""{"type":"no-such-engine"}"""))).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S2_3_400_APathThatIsTaken(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");

        var answer = await vault.WriteAsync($"sys/mounts/{kv}", Json("""{"type":"kv"}"""));

        Assert.Contains("path is already in use", answer.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S2_3_MissingTokenIsRefused(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = await vault.SendAsync(HttpMethod.Get, "sys/mounts", body: null, token: null);

        // Older servers say 400 "missing client token", newer ones 403.
        Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"got {answer.Status}");
    }

    [Theory, OnEverySystem]
    public async Task S2_3_403_AnUnknownTokenIsSaidToBeBad(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = await vault.ReadAsync("sys/mounts", UnknownToken);

        Assert.Contains("permission denied", answer.Expect(HttpStatusCode.Forbidden).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S2_3_404_AnUnknownMount(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.ReadAsync($"{vault.Prefix}-nothing/x")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S2_3_404_AnUnsupportedPath(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.ReadAsync("sys/no-such-path")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S2_3_405_AnUnsupportedOperation(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.DeleteAsync("sys/mounts")).Expect(HttpStatusCode.MethodNotAllowed);
    }

    [Theory, OnEverySystem(Since = "1.9", Subject = "PATCH")]
    public async Task S2_3_415_APatchIsAMergePatch(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/a", Json("""{"data":{"x":"1"}}"""));

        (await vault.SendAsync(HttpMethod.Patch, $"{kv}/data/a", """{"data":{"x":"2"}}""", vault.RootToken)).Expect(HttpStatusCode.OK);
        var plain = await vault.SendAsync(HttpMethod.Patch, $"{kv}/data/a", """{"data":{"x":"3"}}""", vault.RootToken, ("Content-Type", "application/json"));

        Assert.Contains("application/merge-patch+json", plain.Expect(HttpStatusCode.UnsupportedMediaType).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S2_4_NothingThereIsA404WithoutData(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        var answer = (await vault.ReadAsync($"{kv}/data/never")).Expect(HttpStatusCode.NotFound);

        Assert.Empty(answer.Errors);
        Assert.Null(answer.Body["data"]);
        Assert.Null(answer.Body["warnings"]);
    }

    [Theory, OnEverySystem]
    public async Task S2_4_AWrongKvPathIsA404WithWarnings(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        var answer = (await vault.ReadAsync($"{kv}/app")).Expect(HttpStatusCode.NotFound);

        Assert.NotEmpty(answer.Body["warnings"] as JsonArray ?? []);
    }
}
