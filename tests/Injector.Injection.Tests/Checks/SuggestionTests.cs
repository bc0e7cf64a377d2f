using Injector.Injection.Checks;

namespace Injector.Injection.Tests.Checks;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("agent-inject-secrt-db", "Did you mean 'agent-inject-secret-db'?")]
    [InlineData("agent-inject-tempalte-db-creds", "Did you mean 'agent-inject-template-db-creds'?")]
    [InlineData("agent-inejct", "Did you mean 'agent-inject'?")]
    [InlineData("rol", "Did you mean 'role'?")]
    [InlineData("tls-skip-verfy", "Did you mean 'tls-skip-verify'?")]
    [InlineData("agent-inject-secret", "It needs a name behind it: 'agent-inject-secret-NAME'.")]
    [InlineData("agent-inject-secret-", "It needs a name behind it: 'agent-inject-secret-NAME'.")]
    [InlineData("auth-config-", "It needs a name behind it: 'auth-config-NAME'.")]
    [InlineData("error-on-missing-key", "It needs a name behind it: 'error-on-missing-key-NAME'.")]
    [InlineData("something-else-entirely", "All names stand in docs/reference/annotations.md.")]
    public void Names_WhatWasProbablyMeant(string name, string expected) => Assert.Equal(expected, Suggestion.For(name));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_CountsEdits(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }
}
