using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 7.2: KV version 2, row by row.</summary>
public sealed class KeyValueCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S7_2_ARead_HasDataAndMetadata(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"user":"u","port":5432}}"""));

        var answer = (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.OK);

        Assert.Equal("""{"port":5432,"user":"u"}""", Sorted(answer.Data["data"]));
        var metadata = answer.Data["metadata"];
        Assert.True(DateTimeOffset.TryParse(metadata?["created_time"]?.ToString(), CultureInfo.InvariantCulture, out _));
        Assert.Equal(string.Empty, metadata?["deletion_time"]?.ToString());
        Assert.Equal("false", metadata?["destroyed"]?.ToString());
        Assert.Equal("1", metadata?["version"]?.ToString());
        Assert.Null(metadata?["custom_metadata"]);
        Assert.Equal("0", answer.Body["lease_duration"]?.ToString());
        Assert.Equal(string.Empty, answer.Body["lease_id"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_2_NeverExisted_404Empty(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        Assert.Null((await vault.ReadAsync($"{kv}/data/none")).Expect(HttpStatusCode.NotFound).Body["data"]);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_RemovedWithMetadata_404Empty(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        (await vault.DeleteAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.NoContent);

        Assert.Null((await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.NotFound).Body["data"]);
        (await vault.ReadAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_DeletedVersion_404WithBody(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        (await vault.DeleteAsync($"{kv}/data/app")).Expect(HttpStatusCode.NoContent);

        var answer = (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.NotFound);
        Assert.True(answer.Data.ContainsKey("data"));
        Assert.Null(answer.Data["data"]);
        Assert.Equal("false", answer.Data["metadata"]?["destroyed"]?.ToString());
        Assert.True(Moment(answer.Data["metadata"]?["deletion_time"]) >= Moment(answer.Data["metadata"]?["created_time"]));
    }

    [Theory, OnEverySystem]
    public async Task S7_2_DestroyedVersion_404WithBody(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        (await vault.WriteAsync($"{kv}/destroy/app", Json("""{"versions":[1]}"""))).Expect(HttpStatusCode.NoContent);

        var answer = (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.NotFound);
        Assert.Null(answer.Data["data"]);
        Assert.Equal("true", answer.Data["metadata"]?["destroyed"]?.ToString());
        Assert.Equal(string.Empty, answer.Data["metadata"]?["deletion_time"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_2_Undelete_BringsAVersionBack(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);
        (await vault.WriteAsync($"{kv}/delete/app", Json("""{"versions":[1]}"""))).Expect(HttpStatusCode.NoContent);
        (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.NotFound);

        (await vault.WriteAsync($"{kv}/undelete/app", Json("""{"versions":[1]}"""))).Expect(HttpStatusCode.NoContent);

        (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_ChangingVersionsOfNothing_204(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        foreach (var change in (string[])["delete", "undelete", "destroy"])
        {
            (await vault.WriteAsync($"{kv}/{change}/none", Json("""{"versions":[1]}"""))).Expect(HttpStatusCode.NoContent);
            (await vault.WriteAsync($"{kv}/{change}/none", [])).Expect(HttpStatusCode.BadRequest);
        }
    }

    [Theory, OnEverySystem]
    public async Task S7_2_DeleteVersionAfter_200WithAFutureDeletionTime(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        (await vault.WriteAsync($"{kv}/metadata/app", Json("""{"delete_version_after":"1h"}"""))).Expect(HttpStatusCode.NoContent);
        await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"1"}}"""));

        var metadata = (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.OK).Data["metadata"];

        Assert.InRange((Moment(metadata?["deletion_time"]) - Moment(metadata?["created_time"])).TotalSeconds, 3599, 3601);
        await vault.DeleteAsync($"{kv}/data/app");
        await vault.WriteAsync($"{kv}/undelete/app", Json("""{"versions":[1]}"""));
        var again = (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.OK).Data["metadata"];
        Assert.True(Moment(again?["deletion_time"]) >= Moment(metadata?["deletion_time"]), "a version that comes back is deleted once more");
    }

    [Theory, OnEverySystem]
    public async Task S7_2_VersionNumberTooHigh_404Empty(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        Assert.Null((await vault.ReadAsync($"{kv}/data/app?version=9")).Expect(HttpStatusCode.NotFound).Body["data"]);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_NoRight_403(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);
        var token = await vault.TokenAsync($$"""path "{{kv}}/data/other" { capabilities = ["read"] }""");

        (await vault.ReadAsync($"{kv}/data/app", token)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_AWriteAnswersWithTheVersionsMetadata(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        var data = (await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"2"}}"""))).Expect(HttpStatusCode.OK).Data;

        Assert.Equal("2", data["version"]?.ToString());
        Assert.Equal("false", data["destroyed"]?.ToString());
        Assert.Equal(string.Empty, data["deletion_time"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_2_CheckAndSet_400WhenTheVersionIsAnother(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        var refused = await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"2"},"options":{"cas":0}}"""));
        var taken = await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"2"},"options":{"cas":1}}"""));

        Assert.Contains("check-and-set parameter did not match the current version", refused.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
        taken.Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_CheckAndSet_CanBeRequired(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/metadata/app", Json("""{"cas_required":true}"""));

        (await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"1"}}"""))).Expect(HttpStatusCode.BadRequest);
        (await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"1"},"options":{"cas":0}}"""))).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_AWriteWithoutData_400(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        (await vault.WriteAsync($"{kv}/data/app", Json("""{"x":"1"}"""))).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem(Since = "1.9", Subject = "PATCH")]
    public async Task S7_2_APatchMerges(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"a":"1","b":"2","c":{"d":1}}}"""));

        (await vault.SendAsync(HttpMethod.Patch, $"{kv}/data/app", """{"data":{"b":null,"c":{"e":2},"f":"3"}}""", vault.RootToken)).Expect(HttpStatusCode.OK);

        Assert.Equal("""{"a":"1","c":{"d":1,"e":2},"f":"3"}""", Sorted((await vault.ReadAsync($"{kv}/data/app")).Data["data"]));
    }

    [Theory, OnEverySystem]
    public async Task S7_2_Metadata_ListsVersions(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/metadata/app", Json("""{"max_versions":2}"""));
        for (var version = 0; version < 3; version++)
        {
            await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"1"}}"""));
        }

        var data = (await vault.ReadAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.OK).Data;

        Assert.Equal("3", data["current_version"]?.ToString());
        Assert.Equal("2", data["oldest_version"]?.ToString());
        Assert.Equal("2", data["max_versions"]?.ToString());
        Assert.Equal("false", data["cas_required"]?.ToString());
        Assert.Equal("0s", data["delete_version_after"]?.ToString());
        Assert.Equal(["2", "3"], (data["versions"] as JsonObject ?? []).Select(static item => item.Key).Order(StringComparer.Ordinal));
        (await vault.ReadAsync($"{kv}/data/app?version=1")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem(Since = "1.9", Subject = "custom metadata")]
    public async Task S7_2_Metadata_HasTheOwnersPairs_AndSoHasARead(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);

        (await vault.WriteAsync($"{kv}/metadata/app", Json("""{"custom_metadata":{"owner":"x"}}"""))).Expect(HttpStatusCode.NoContent);

        Assert.Equal("x", (await vault.ReadAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.OK).Data["custom_metadata"]?["owner"]?.ToString());
        Assert.Equal("x", (await vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.OK).Data["metadata"]?["custom_metadata"]?["owner"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_2_Metadata_TheUpdateIsTheNewestVersions(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);
        await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"2"}}"""));
        var before = (await vault.ReadAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.OK).Data;

        (await vault.WriteAsync($"{kv}/metadata/app", Json("""{"max_versions":5}"""))).Expect(HttpStatusCode.NoContent);
        (await vault.WriteAsync($"{kv}/delete/app", Json("""{"versions":[1]}"""))).Expect(HttpStatusCode.NoContent);

        var after = (await vault.ReadAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.OK).Data;
        Assert.Equal(before["versions"]?["2"]?["created_time"]?.ToString(), after["updated_time"]?.ToString());
        Assert.Equal(before["versions"]?["1"]?["created_time"]?.ToString(), after["created_time"]?.ToString());
        Assert.NotEmpty(after["versions"]?["1"]?["deletion_time"]?.ToString() ?? string.Empty);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_Metadata_AWriteThatSaysNothingMakesNothing(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        (await vault.WriteAsync($"{kv}/metadata/app", [])).Expect(HttpStatusCode.NoContent);

        (await vault.ReadAsync($"{kv}/metadata/app")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_List_FoldersEndInASlash(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        foreach (var path in (string[])["b", "a/x", "a/y/z"])
        {
            await vault.WriteAsync($"{kv}/data/{path}", Json("""{"data":{"x":"1"}}"""));
        }

        Assert.Equal("""["a/","b"]""", (await vault.ListAsync($"{kv}/metadata")).Expect(HttpStatusCode.OK).Data["keys"]?.ToJsonString());
        Assert.Equal("""["x","y/"]""", (await vault.ListAsync($"{kv}/metadata/a")).Expect(HttpStatusCode.OK).Data["keys"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task S7_2_List_404WhenEmpty(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();

        (await vault.ListAsync($"{kv}/metadata")).Expect(HttpStatusCode.NotFound);
        (await vault.ListAsync($"{kv}/metadata/none")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem(Since = "1.10", Subject = "subkeys")]
    public async Task S7_2_Subkeys_GiveTheStructure(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"a":"1","b":{"c":"2"}}}"""));

        var data = (await vault.ReadAsync($"{kv}/subkeys/app")).Expect(HttpStatusCode.OK).Data;

        Assert.Equal("""{"a":null,"b":{"c":null}}""", Sorted(data["subkeys"]));
        Assert.Equal("1", data["metadata"]?["version"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_2_ASecretCalledDataIsAskedForTwice(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/data/x", Json("""{"data":{"x":"1"}}"""));

        (await vault.ReadAsync($"{kv}/data/data/x")).Expect(HttpStatusCode.OK);
        (await vault.ReadAsync($"{kv}/data/x")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_CreateAndUpdateAreDifferentRights(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);
        var creator = await vault.TokenAsync($$"""path "{{kv}}/data/*" { capabilities = ["create"] }""");
        var updater = await vault.TokenAsync($$"""path "{{kv}}/data/*" { capabilities = ["update"] }""");
        var body = Json("""{"data":{"x":"2"}}""");

        (await vault.WriteAsync($"{kv}/data/app", body, creator)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/data/new", body, updater)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/data/new", body, creator)).Expect(HttpStatusCode.OK);
        (await vault.WriteAsync($"{kv}/data/app", body, updater)).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S7_2_ADeletedSecretIsUpdatedNotCreated(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await WithSecretAsync(vault);
        var creator = await vault.TokenAsync($$"""path "{{kv}}/data/*" { capabilities = ["create"] }""");
        var updater = await vault.TokenAsync($$"""path "{{kv}}/data/*" { capabilities = ["update"] }""");
        await vault.DeleteAsync($"{kv}/data/app");
        var body = Json("""{"data":{"x":"2"}}""");

        (await vault.WriteAsync($"{kv}/data/app", body, creator)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/data/app", body, updater)).Expect(HttpStatusCode.OK);
    }

    private static async Task<string> WithSecretAsync(VaultSession vault)
    {
        var kv = await vault.MountKvAsync();
        (await vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"1"}}"""))).Expect(HttpStatusCode.OK);
        return kv;
    }

    private static DateTimeOffset Moment(JsonNode? text) => DateTimeOffset.Parse(text?.ToString() ?? string.Empty, CultureInfo.InvariantCulture);

    private static string Sorted(JsonNode? node) => node is JsonObject map
        ? $"{{{string.Join(',', map.OrderBy(static item => item.Key, StringComparer.Ordinal).Select(static item => $"\"{item.Key}\":{Sorted(item.Value)}"))}}}"
        : node?.ToJsonString() ?? "null";
}
