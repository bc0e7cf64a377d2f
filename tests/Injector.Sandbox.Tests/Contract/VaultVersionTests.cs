namespace Injector.Sandbox.Tests.Contract;

public sealed class VaultVersionTests
{
    [Theory]
    [InlineData("1.8.12", "1.8", true)]
    [InlineData("1.8.12", "1.9", false)]
    [InlineData("1.9.0", "1.10", false)]
    [InlineData("1.10.0", "1.9", true)]
    [InlineData("1.15.2+ent", "1.14", true)]
    [InlineData("1.12.0-rc1", "1.12", true)]
    [InlineData("2.0.0", "1.14", true)]
    [InlineData("2.6.0-beta20260101", "1.14", true)]
    public void IsAtLeast_ComparesNumbers(string server, string wanted, bool expected) =>
        Assert.Equal(expected, VaultVersion.TryParse(server)?.IsAtLeast(VaultVersion.TryParse(wanted) ?? default));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("devel")]
    [InlineData("1.x.2")]
    [InlineData("1.-8.2")]
    public void TryParse_NothingElse(string? text) => Assert.Null(VaultVersion.TryParse(text));

    [Theory]
    [InlineData("1.8.12", "1.10", "needs Vault 1.10, this is 1.8: the subject")]
    [InlineData("1.10.1", "1.10", null)]
    [InlineData("1.8.12", null, null)]
    [InlineData(null, "1.10", null)]
    public void TooOld_SaysSince(string? server, string? since, string? expected) =>
        Assert.Equal(expected, RealVault.TooOld(VaultVersion.TryParse(server), since, "the subject"));
}
