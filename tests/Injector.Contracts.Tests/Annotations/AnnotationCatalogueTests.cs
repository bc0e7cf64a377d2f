using Injector.Contracts.Annotations;
using Injector.Contracts.Injection;

namespace Injector.Contracts.Tests.Annotations;

public sealed class AnnotationCatalogueTests
{
    private const int LongestName = 63;

    [Fact]
    public void Names_AreUniqueWithinTheirScope() =>
        Assert.Equal(AnnotationCatalogue.All.Count, AnnotationCatalogue.All.DistinctBy(entry => (entry.Name, entry.Scope)).Count());

    [Fact]
    public void Names_LeaveRoomForASuffix() => Assert.All(AnnotationCatalogue.All, entry =>
        Assert.InRange(entry.Name.Length, 1, entry.Scope == AnnotationScope.Pod ? LongestName : LongestName - 20));

    [Fact]
    public void Entries_AreDocumented() => Assert.All(AnnotationCatalogue.All, entry =>
    {
        Assert.EndsWith(".", entry.Meaning, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(entry.Example) && entry.Default is null && entry.DefaultNote.Length == 0, entry.Name);
        Assert.True(entry.Type != AnnotationValueType.Choice || entry.Choices.Count > 1, entry.Name);
        Assert.True(entry.Default is null || entry.Choices.Count == 0 || entry.Choices.Contains(entry.Default), entry.Name);
    });

    [Fact]
    public void Presets_ReplaceDefaultsOfKnownAnnotations() => Assert.All(Enum.GetValues<InjectionPreset>(), preset => Assert.All(
        PresetDefaults.For(preset, AgentEngine.Injector).Keys,
        name => Assert.NotNull(AnnotationCatalogue.Find(name, out _))));

    [Theory]
    [InlineData("agent-inject-template-file-x", "agent-inject-template-file", "x")]
    [InlineData("agent-inject-template-x", "agent-inject-template", "x")]
    [InlineData("agent-inject-secret-agent-inject", "agent-inject-secret", "agent-inject")]
    [InlineData("secret-volume-path", "secret-volume-path", "")]
    [InlineData("secret-volume-path-x", "secret-volume-path", "x")]
    [InlineData("auth-config-role-id", "auth-config", "role-id")]
    public void Find_SplitsNameAndSuffix(string name, string family, string suffix)
    {
        var found = AnnotationCatalogue.Find(name, out var rest);

        Assert.Equal(family, found?.Name);
        Assert.Equal(suffix, rest);
    }

    [Theory]
    [InlineData("agent-inject-secret")]
    [InlineData("agent-inject-secret-")]
    [InlineData("agent-inject-TEMPLATE-x")]
    [InlineData("error-on-missing-key")]
    [InlineData("")]
    public void Find_KnowsNothingElse(string name) => Assert.Null(AnnotationCatalogue.Find(name, out _));

    [Theory]
    [InlineData("vault-injector.dev/role", 0, "role")]
    [InlineData("vault.hashicorp.com/role", 1, "role")]
    [InlineData("openbao.org/role", 2, "role")]
    [InlineData("vault.hashicorp.com", -1, "")]
    [InlineData("example.com/role", -1, "")]
    [InlineData("", -1, "")]
    public void Split_TakesThePrefixOff(string key, int rank, string name)
    {
        Assert.Equal(rank, AnnotationPrefixes.Split(key, out var rest));
        Assert.Equal(name, rest);
    }
}
