using FsCheck;
using FsCheck.Fluent;
using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Tests.Vault.Policies;

public sealed class PolicyParserTests
{
    [Fact]
    public void Reads_HclWithCommentsAndAllKeys()
    {
        var policy = Parse("""
            # a comment
            path "kv/data/+" { // another
              capabilities = ["read", "list"]  /* and
                 a long one */
              min_wrapping_ttl = "1m"
              max_wrapping_ttl = 3600
              allowed_parameters = {
                "a" = ["1", "x*"]
                "*" = []
              }
              denied_parameters = { b = [] }
              required_parameters = ["a"]
            }
            path "/old" { policy = "write" }
            """);

        Assert.Equal(["kv/data/+", "old"], policy.Rules.Select(static rule => rule.Path));
        Assert.Equal(Capabilities.Read | Capabilities.List, policy.Rules[0].Capabilities);
        Assert.Equal(TimeSpan.FromMinutes(1), policy.Rules[0].MinWrappingTtl);
        Assert.Equal(TimeSpan.FromHours(1), policy.Rules[0].MaxWrappingTtl);
        Assert.Equal(["a"], policy.Rules[0].Parameters.Required);
        Assert.True(policy.Rules[1].Capabilities.HasFlag(Capabilities.Create | Capabilities.Delete));
    }

    [Theory]
    [InlineData("""{"path":{"a":{"capabilities":["read"]},"b":{"capabilities":["deny"]}}}""")]
    [InlineData("""{"path":[{"a":{"capabilities":["read"]}},{"b":{"capabilities":["deny"]}}]}""")]
    [InlineData("""path "a" { capabilities = ["read"] } path "b" { capabilities = ["deny", "read"] }""")]
    public void Reads_JsonAndHclAlike(string text)
    {
        var policy = Parse(text);

        Assert.Equal([("a", Capabilities.Read), ("b", Capabilities.Deny)], policy.Rules.Select(static rule => (rule.Path, rule.Capabilities)));
    }

    [Theory]
    [InlineData("path \"a\" { capabilities = [\"fly\"] }", "invalid capability")]
    [InlineData("path \"a\" { capabilites = [\"read\"] }", "invalid key")]
    [InlineData("path \"a+*\" { capabilities = [\"read\"] }", "'+*' is forbidden")]
    [InlineData("path \"a\" { capabilities = [\"read\" }", "line 1")]
    [InlineData("path \"a { }", "not terminated")]
    [InlineData("path \"a\" {", "expected")]
    [InlineData("rule \"a\" {}", "invalid key")]
    [InlineData("{\"path\":", "failed to parse policy")]
    public void Rejects_WhatVaultRejects(string text, string fault)
    {
        var (policy, message) = PolicyParser.Parse("p", text);

        Assert.Null(policy);
        Assert.Contains(fault, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Survives_AnyText() => Prop.ForAll<string>(static text =>
    {
        var (policy, fault) = PolicyParser.Parse("p", text ?? string.Empty);
        return policy is null != fault is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Survives_PiecesOfPolicies() => Prop.ForAll(
        Gen.Elements("path ", "\"a\"", "{", "}", "[", "]", "=", ",", "capabilities", "\"read\"", "\n", "#x\n", "/*", "*/", "<<").ArrayOf().ToArbitrary(),
        static pieces =>
        {
            var (policy, fault) = PolicyParser.Parse("p", string.Concat(pieces));
            return policy is null != fault is null;
        }).QuickCheckThrowOnFailure();

    private static Policy Parse(string text)
    {
        var (policy, fault) = PolicyParser.Parse("p", text);
        Assert.Null(fault);
        return policy ?? throw new InvalidOperationException("A policy without a fault exists.");
    }
}
