using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Tests.Vault.Policies;

public sealed class GlobTests
{
    [Theory]
    [InlineData("web", "web", true)]
    [InlineData("web", "webs", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("web-*", "web-1", true)]
    [InlineData("*-web", "shop-web", true)]
    [InlineData("*-web", "web", false)]
    [InlineData("a*b*c", "a-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("a+b", "a+b", true)]
    public void Matches_TextsWithStars(string pattern, string text, bool expected) => Assert.Equal(expected, Glob.Matches(pattern, text));
}
