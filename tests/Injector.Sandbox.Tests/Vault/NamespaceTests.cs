using System.Net;
using Injector.Sandbox.Tests.Contract;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>Namespaces, which a Vault without a licence does not have.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public async Task Keeps_MountsApart()
    {
        await using var time = await VirtualTime.StartAsync();
        await SetUpAsync(time.Vault);

        (await time.Vault.ReadAsync("kv/data/a")).Expect(HttpStatusCode.NotFound);
        (await time.Vault.ReadAsync("team/app/kv/data/a")).Expect(HttpStatusCode.OK);
        (await InAsync(time.Vault, "team/app", "kv/data/a")).Expect(HttpStatusCode.OK);
        (await InAsync(time.Vault, "/team/", "app/kv/data/a")).Expect(HttpStatusCode.OK);
        (await InAsync(time.Vault, "nowhere", "kv/data/a")).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "team/app/kv/a", "team/app/kv/")]
    [InlineData("team", "app/kv/a", "app/kv/")]
    [InlineData("team/app", "kv/a", "kv/")]
    public async Task S7_1_PreflightNamesTheMountWithThePartOfTheNamespaceInThePath(string header, string path, string mount)
    {
        await using var time = await VirtualTime.StartAsync();
        await SetUpAsync(time.Vault);

        var answer = await InAsync(time.Vault, header, $"sys/internal/ui/mounts/{path}");

        Assert.Equal(mount, answer.Expect(HttpStatusCode.OK).Data["path"]?.ToString());
    }

    [Fact]
    public async Task Confines_TokensToTheirNamespace()
    {
        await using var time = await VirtualTime.StartAsync();
        await SetUpAsync(time.Vault);
        await InAsync(time.Vault, "team/app", "sys/policies/acl/reader", """{"policy":"path \"kv/*\" { capabilities = [\"read\"] }"}""");
        var token = (await InAsync(time.Vault, "team/app", "auth/token/create", """{"policies":["reader"]}""")).Auth["client_token"]?.ToString();

        (await time.Vault.ReadAsync("team/app/kv/data/a", token)).Expect(HttpStatusCode.OK);
        (await time.Vault.ReadAsync("kv/data/a", token)).Expect(HttpStatusCode.Forbidden);
    }

    private static async Task SetUpAsync(VaultSession vault)
    {
        (await vault.WriteAsync("sys/namespaces/team", [])).Expect(HttpStatusCode.OK);
        (await InAsync(vault, "team", "sys/namespaces/app", "{}")).Expect(HttpStatusCode.OK);
        (await InAsync(vault, "team/app", "sys/mounts/kv", """{"type":"kv-v2"}""")).Expect(HttpStatusCode.NoContent);
        (await InAsync(vault, "team/app", "kv/data/a", """{"data":{"x":"1"}}""")).Expect(HttpStatusCode.OK);
    }

    private static Task<Answer> InAsync(VaultSession vault, string name, string path, string? body = null) =>
        vault.SendAsync(body is null ? HttpMethod.Get : HttpMethod.Put, path, body, vault.RootToken, name.Length == 0 ? [] : [("X-Vault-Namespace", name)]);
}
