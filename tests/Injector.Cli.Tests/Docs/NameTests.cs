using System.Text.RegularExpressions;
using Injector.Contracts.Diagnostics;
using Injector.TestKit;

namespace Injector.Cli.Tests.Docs;

/// <summary>What the pages name exists: values of the chart, metrics, codes, make targets.</summary>
public sealed partial class NameTests
{
    public static TheoryData<string> Pages() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md"))
            .Select(static file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Values_AreTheCharts(string page)
    {
        var known = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "reference", "chart.md"))).Select(static row => row.Groups[1].Value).ToList();
        var text = File.ReadAllText(Repository.PathOf(page));
        var named = Set().Matches(text).Concat(Value().Matches(text)).Select(static value => value.Groups[1].Value);

        Assert.All(named, value => Assert.True(
            known.Any(one => one == value || one.StartsWith($"{value}.", StringComparison.Ordinal) || value.StartsWith($"{one}.", StringComparison.Ordinal)),
            $"{page}: the chart has no value '{value}'."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Codes_AreTheCatalogues(string page)
    {
        var known = Catalogue.All.Select(static entry => entry.Code).ToHashSet(StringComparer.Ordinal);

        Assert.All(Code().Matches(File.ReadAllText(Repository.PathOf(page))).Select(static code => code.Value), code => Assert.Contains(code, known));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Targets_AreTheMakefiles(string page)
    {
        var makefile = File.ReadAllText(Repository.PathOf("Makefile"));

        Assert.All(
            Target().Matches(File.ReadAllText(Repository.PathOf(page))).Select(static target => target.Groups[1].Value),
            target => Assert.Contains($"\n{target}:", makefile, StringComparison.Ordinal));
    }

    [Fact]
    public void Metrics_AreTheWebhooks()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src", "Injector.Contracts", "Webhook"), "*.cs").Select(File.ReadAllText));

        Assert.All(
            Metric().Matches(File.ReadAllText(Repository.PathOf("docs", "monitoring.md"))).Select(static metric => metric.Groups[1].Value),
            metric => Assert.Contains($"\"{metric}\"", sources, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `([A-Za-z.]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"--set(?:-file|-json)? '?([A-Za-z.]+)=")]
    private static partial Regex Set();

    [GeneratedRegex(@"`((?:webhook|agent|vault|metrics|certificates|rbac|networkPolicy)\.[A-Za-z.]+)[=`]")]
    private static partial Regex Value();

    [GeneratedRegex(@"VI\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"`make ([a-z][a-z-]*)[ `]")]
    private static partial Regex Target();

    [GeneratedRegex(@"`((?:injector|vault_agent_injector)_[a-z_]+)`")]
    private static partial Regex Metric();
}
