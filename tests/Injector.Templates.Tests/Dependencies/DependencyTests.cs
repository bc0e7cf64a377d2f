using Injector.Templates.Dependencies;

namespace Injector.Templates.Tests.Dependencies;

public sealed class DependencyTests
{
    private static readonly DependencyParameters Parameters =
        DependencyParameters.Of([KeyValuePair.Create("ttl", "1h"), KeyValuePair.Create("common_name", "x")]);

    [Fact]
    public void Has_TheNamesOfTheReference()
    {
        Assert.Equal("vault.read(a/b)", new VaultRead("a/b").ToString());
        Assert.Equal("vault.read(a/b.v3)", new VaultRead("a/b", "version=3").ToString());
        Assert.Equal("vault.list(a)", new VaultList("a").ToString());
        Assert.Equal("vault.pki(p->/out)", new PkiCertificate("p", Parameters, "/out").ToString());
        Assert.Equal("file(/f)", new FileContent("/f").ToString());
        Assert.Matches("^vault\\.write\\(p -> [0-9a-f]{8}\\)$", new VaultWrite("p", Parameters).ToString());
    }

    [Fact]
    public void Is_EqualWhateverTheOrderOfParameters()
    {
        var other = DependencyParameters.Of([KeyValuePair.Create("common_name", "x"), KeyValuePair.Create("ttl", "1h")]);

        Assert.Equal(new VaultWrite("p", Parameters), new VaultWrite("p", other));
        Assert.NotEqual<Dependency>(new VaultWrite("p", Parameters), new VaultWrite("q", other));
        Assert.NotEqual<Dependency>(new VaultRead("a"), new VaultList("a"));
        Assert.NotEqual(new VaultRead("a"), new VaultRead("a", "version=1"));
    }

    [Theory]
    [InlineData("secret", "vault.read(a/b)", " /a/b/ ")]
    [InlineData("secret", "vault.read(a b)", "a%20b")]
    [InlineData("secret", "vault.read(a.v2)", "a?version=2")]
    [InlineData("secrets", "vault.list(a)", "a/")]
    [InlineData("file", "file(/f)", "/f")]
    [InlineData("pkiCert", "vault.pki(p->/out)", "p", "cn=x")]
    public void Reads_Arguments(string function, string expected, params string[] arguments) =>
        Assert.Equal(expected, DependencyRequest.Of(function, arguments, "/out").Dependency?.Name);

    [Theory]
    [InlineData("secret", "vault.read: invalid format: \"\"", "")]
    [InlineData("secret", "vault.read: invalid format: \"\"", " / ")]
    [InlineData("secret", "not k=v pair \"kv\"", "p", "kv")]
    [InlineData("secret", "parse \"a%zz\": invalid URL escape \"%zz\"", "a%zz")]
    public void Refuses_BadArguments(string function, string expected, params string[] arguments) =>
        Assert.Equal(expected, DependencyRequest.Of(function, arguments, "").Error);

    [Theory]
    [InlineData("secret")]
    [InlineData("secrets", "")]
    [InlineData("file", "")]
    public void Asks_ForNothingWithoutAPath(string function, params string[] arguments)
    {
        var request = DependencyRequest.Of(function, arguments, "");

        Assert.Null(request.Dependency);
        Assert.Null(request.Error);
    }
}
