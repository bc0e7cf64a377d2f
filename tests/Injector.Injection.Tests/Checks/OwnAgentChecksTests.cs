using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Checks;

public sealed class OwnAgentChecksTests
{
    [Theory]
    [InlineData("auth-type", "aws", "VI0174")]
    [InlineData("auth-type", "Kubernetes", "VI0174")]
    [InlineData("agent-inject-file-a", "..data", "VI0175")]
    [InlineData("agent-inject-file-a", "x/..y/z", "VI0175")]
    public void WhatOurAgentRefuses_IsSaid(string name, string value, string code)
    {
        Assert.Contains(code, Answer.For(Given.Pod(("agent-inject-secret-a", "a"), (name, value)), Given.Modern).Codes);
        Assert.DoesNotContain(code, Answer.For(Given.Pod(("agent-inject-secret-a", "a"), (name, value)), Given.Compatible).Codes);
        Assert.DoesNotContain(code, Answer.For(Given.Pod(("agent-inject-secret-a", "a"), (name, value), ("agent-configmap", "c")), Given.Modern).Codes);
    }

    [Theory]
    [InlineData("auth-type", "jwt")]
    [InlineData("auth-type", "token_file")]
    [InlineData("agent-inject-file-a", "a..b")]
    [InlineData("agent-inject-file-a", "x/../y")]
    [InlineData("secret-volume-path", "/x/../y")]
    public void WhatItCanDo_IsNot(string name, string value) =>
        Assert.Empty(Answer.For(Given.Pod(("agent-inject-secret-a", "a"), (name, value)), Given.Modern).Codes);
}
