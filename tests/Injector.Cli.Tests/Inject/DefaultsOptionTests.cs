using Injector.Cli.Inject;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Tests.Inject;

public sealed class DefaultsOptionTests
{
    [Fact]
    public void Names_AreReadWithAndWithoutPrefix_TheLaterCounts()
    {
        var defaults = DefaultsOption.Read(["role=a", "agent-limits-mem=", "vault.hashicorp.com/role=b=c/d"]);

        Assert.Equal(new Dictionary<string, string> { ["role"] = "b=c/d", ["agent-limits-mem"] = string.Empty }, defaults);
    }

    [Theory]
    [InlineData("role", "'role' is no NAME=VALUE.")]
    [InlineData("=x", "'=x' is no NAME=VALUE.")]
    [InlineData("agent-limit-mem=1Gi", "'agent-limit-mem' is no annotation. All names stand in docs/reference/annotations.md.")]
    public void WhatIsNoDefault_IsRefused(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<ManifestException>(() => DefaultsOption.Read([text])).Message);
}
