using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 7.6: other paths that templates read and write.</summary>
public sealed class EngineCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S7_6_Transit_DecryptsWhatItEncrypted(SystemKind system)
    {
        await using var vault = Open(system);
        var transit = await vault.MountAsync("transit");
        await vault.WriteAsync($"{transit}/keys/k", []);
        var plaintext = Convert.ToBase64String(Encoding.UTF8.GetBytes("hello"));

        var encrypted = (await vault.WriteAsync($"{transit}/encrypt/k", new JsonObject { ["plaintext"] = plaintext })).Expect(HttpStatusCode.OK).Data["ciphertext"]?.ToString();
        await vault.WriteAsync($"{transit}/keys/k/rotate", []);
        var decrypted = await vault.WriteAsync($"{transit}/decrypt/k", new JsonObject { ["ciphertext"] = encrypted });
        var newer = (await vault.WriteAsync($"{transit}/encrypt/k", new JsonObject { ["plaintext"] = plaintext })).Data["ciphertext"]?.ToString();

        Assert.StartsWith("vault:v1:", encrypted, StringComparison.Ordinal);
        Assert.StartsWith("vault:v2:", newer, StringComparison.Ordinal);
        Assert.Equal(plaintext, decrypted.Expect(HttpStatusCode.OK).Data["plaintext"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_6_Transit_DataKeysAndHmac(SystemKind system)
    {
        await using var vault = Open(system);
        var transit = await vault.MountAsync("transit");
        await vault.WriteAsync($"{transit}/keys/k", []);
        var input = new JsonObject { ["input"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("hello")) };

        var key = (await vault.WriteAsync($"{transit}/datakey/plaintext/k", [])).Expect(HttpStatusCode.OK).Data;
        var decrypted = await vault.WriteAsync($"{transit}/decrypt/k", new JsonObject { ["ciphertext"] = key["ciphertext"]?.ToString() });
        var hmac = (await vault.WriteAsync($"{transit}/hmac/k", input)).Expect(HttpStatusCode.OK).Data["hmac"]?.ToString();

        Assert.Equal(32, Convert.FromBase64String(key["plaintext"]?.ToString() ?? string.Empty).Length);
        Assert.Equal(key["plaintext"]?.ToString(), decrypted.Expect(HttpStatusCode.OK).Data["plaintext"]?.ToString());
        Assert.StartsWith("vault:v1:", hmac, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S7_6_Transit_400_ForBrokenInput(SystemKind system)
    {
        await using var vault = Open(system);
        var transit = await vault.MountAsync("transit");
        await vault.WriteAsync($"{transit}/keys/k", []);

        (await vault.WriteAsync($"{transit}/decrypt/k", Json("""{"ciphertext":"vault:v1:AAAA"}"""))).Expect(HttpStatusCode.BadRequest);
        (await vault.WriteAsync($"{transit}/decrypt/none", Json("""{"ciphertext":"vault:v1:AAAA"}"""))).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S7_6_AppRole_ASecretIdComesWithoutALease(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", Json("""{"secret_id_ttl":"10m"}"""));

        var answer = (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Expect(HttpStatusCode.OK);

        Assert.Equal(string.Empty, answer.Body["lease_id"]?.ToString());
        Assert.Equal("600", answer.Data["secret_id_ttl"]?.ToString());
        Assert.NotEmpty(answer.Data["secret_id"]?.ToString() ?? string.Empty);
        Assert.NotEmpty(answer.Data["secret_id_accessor"]?.ToString() ?? string.Empty);
    }

    [Theory, OnEverySystem(Since = "1.12", Subject = "an answer that tells a secret id's uses")]
    public async Task S7_6_AppRole_ASecretIdTellsItsUses(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", Json("""{"secret_id_num_uses":3}"""));

        Assert.Equal("3", (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Expect(HttpStatusCode.OK).Data["secret_id_num_uses"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S7_6_AppRole_TheRoleIdCanBeRead(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", []);

        Assert.NotEmpty((await vault.ReadAsync($"{method}/role/app/role-id")).Expect(HttpStatusCode.OK).Data["role_id"]?.ToString() ?? string.Empty);
    }

    [Theory, OnEverySystem]
    public async Task S3_ALoginMakesAnEntityWithTheMethodsMetadata(SystemKind system)
    {
        await using var vault = Open(system);
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", []);
        var roleId = (await vault.ReadAsync($"{method}/role/app/role-id")).Data["role_id"]?.ToString();
        var secretId = (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Data["secret_id"]?.ToString();
        var login = new JsonObject { ["role_id"] = roleId, ["secret_id"] = secretId };

        var first = (await vault.LoginAsync($"{method}/login", login)).Auth["entity_id"]?.ToString();
        var again = (await vault.LoginAsync($"{method}/login", login)).Auth["entity_id"]?.ToString();

        Assert.Equal(first, again);
        var entity = (await vault.ReadAsync($"identity/entity/id/{first}")).Expect(HttpStatusCode.OK).Data;
        Assert.Equal(roleId, entity["aliases"]?[0]?["name"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S3_AnEntitysPoliciesAndMetadataCount(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        await vault.WriteAsync($"{kv}/red", Json("""{"x":"1"}"""));
        var policy = await vault.PolicyAsync($$$"""path "{{{kv}}}/{{identity.entity.metadata.team}}" { capabilities = ["read"] }""");
        var method = await vault.EnableAsync("approle");
        await vault.WriteAsync($"{method}/role/app", []);
        var roleId = (await vault.ReadAsync($"{method}/role/app/role-id")).Data["role_id"]?.ToString();
        var secretId = (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Data["secret_id"]?.ToString();
        var auth = (await vault.LoginAsync($"{method}/login", new JsonObject { ["role_id"] = roleId, ["secret_id"] = secretId })).Expect(HttpStatusCode.OK).Auth;
        var token = auth["client_token"]?.ToString();
        (await vault.ReadAsync($"{kv}/red", token)).Expect(HttpStatusCode.Forbidden);

        await vault.WriteAsync($"identity/entity/id/{auth["entity_id"]}", new JsonObject
        {
            ["policies"] = new JsonArray(JsonValue.Create(policy)),
            ["metadata"] = new JsonObject { ["team"] = "red" },
        });

        (await vault.ReadAsync($"{kv}/red", token)).Expect(HttpStatusCode.OK);
    }
}
