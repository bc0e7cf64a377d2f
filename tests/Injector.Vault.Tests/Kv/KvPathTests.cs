using Injector.Vault.Kv;

namespace Injector.Vault.Tests.Kv;

/// <summary>vault-api.md §7.1: the path rewrite.</summary>
public sealed class KvPathTests
{
    [Theory]
    [InlineData("secret", "secret/", "secret/data")]
    [InlineData("secret/app", "secret/", "secret/data/app")]
    [InlineData("secret/data/app", "secret/", "secret/data/app")]
    [InlineData("secret/metadata/app", "secret/", "secret/metadata/app")]
    [InlineData("secret/subkeys/app", "secret/", "secret/subkeys/app")]
    [InlineData("secret/data", "secret/", "secret/data/data")]
    [InlineData("secret/database/app", "secret/", "secret/data/database/app")]
    [InlineData("secret/data/data/x", "secret/", "secret/data/data/x")]
    [InlineData("secret/delete/app", "secret/", "secret/data/delete/app")]
    [InlineData("team/kv/app", "team/kv/", "team/kv/data/app")]
    [InlineData("secretary/app", "secret/", "secretary/app")]
    public void Reads_GoBelowData(string path, string mount, string expected) => Assert.Equal(expected, KvPath.Rewrite(path, mount, KvOperation.Secret));

    [Theory]
    [InlineData("secret", "secret/metadata")]
    [InlineData("secret/app", "secret/metadata/app")]
    [InlineData("secret/metadata", "secret/metadata")]
    [InlineData("secret/metadata/app", "secret/metadata/app")]
    public void Lists_GoBelowMetadata(string path, string expected) => Assert.Equal(expected, KvPath.Rewrite(path, "secret/", KvOperation.List));

    [Theory]
    [InlineData("/secret/app/", "", "secret/app", null)]
    [InlineData("secret/a%20b?c", "", "secret/a%20b?c", null)]
    [InlineData("secret/data/app", "version=3", "secret/data/app", "version=3")]
    [InlineData("x", "b=2&a=1+2", "x", "a=1%202&b=2")]
    [InlineData("x", "flag", "x", "flag=")]
    public void R7_QueryIsOrderedAndThePathStays(string path, string query, string expected, string? expectedQuery) =>
        Assert.Equal(new VaultPath(expected, expectedQuery), VaultPath.Of(path, query));

    [Theory]
    [InlineData("x=%")]
    [InlineData("x=%zz")]
    public void R7_BrokenEscapeIsRefused(string query) => Assert.Null(VaultPath.Of("secret/a", query));
}
