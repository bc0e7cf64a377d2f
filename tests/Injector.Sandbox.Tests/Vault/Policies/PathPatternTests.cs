using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Tests.Vault.Policies;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("kv/data/app", "kv/data/app", true)]
    [InlineData("kv/data/app", "kv/data/apps", false)]
    [InlineData("kv/data/app*", "kv/data/apps", true)]
    [InlineData("kv/*", "kv/", true)]
    [InlineData("kv/*", "kv", false)]
    [InlineData("*", "anything/at/all", true)]
    [InlineData("kv/+/app", "kv/data/app", true)]
    [InlineData("kv/+/app", "kv/a/b/app", false)]
    [InlineData("+/data/+", "kv/data/app", true)]
    [InlineData("kv/+/app/*", "kv/data/app/x/y", true)]
    [InlineData("kv/+/app/*", "kv/data/app", false)]
    [InlineData("kv/+/ap*", "kv/data/apple", true)]
    [InlineData("kv/+/ap*", "kv/data/orange", false)]
    public void Matches_AsVaultDoes(string pattern, string path, bool expected) =>
        Assert.Equal(expected, new PathPattern(pattern).Matches(path));

    [Theory]
    [InlineData("kv/*", "kv/data/*")]
    [InlineData("kv/+/app", "kv/data/*")]
    [InlineData("kv/data/*", "kv/data/+")]
    [InlineData("kv/+/+", "kv/+/app")]
    [InlineData("kv/+/a*", "kv/*")]
    [InlineData("kv/+/a", "kv/+/ab")]
    [InlineData("kv/+/a", "kv/+/b")]
    public void Orders_ByPriority(string lower, string higher)
    {
        Assert.True(new PathPattern(lower).CompareTo(new PathPattern(higher)) < 0);
        Assert.True(new PathPattern(higher).CompareTo(new PathPattern(lower)) > 0);
    }

    [Theory]
    [InlineData("kv/data/app", "kv/", true)]
    [InlineData("kv/*", "kv/", true)]
    [InlineData("k*", "kv/", true)]
    [InlineData("+/data/app", "kv/", true)]
    [InlineData("other/data/app", "kv/", false)]
    [InlineData("kv", "kv/", true)]
    [InlineData("team/+/x", "team/kv/", true)]
    [InlineData("team", "team/kv/", false)]
    public void Tells_WhetherItReachesIntoAMount(string pattern, string mount, bool expected) =>
        Assert.Equal(expected, new PathPattern(pattern).ReachesInto(mount));
}
