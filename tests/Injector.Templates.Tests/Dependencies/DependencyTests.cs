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
}
