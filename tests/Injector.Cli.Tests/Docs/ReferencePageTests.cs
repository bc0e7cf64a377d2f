using Injector.Cli.Docs;
using Injector.TestKit;

namespace Injector.Cli.Tests.Docs;

/// <summary>The pages under <c>docs/reference</c> are what the code says today.</summary>
public sealed class ReferencePageTests
{
    private static readonly IReadOnlyList<ReferencePage> Pages = ReferencePages.Create(new DirectoryInfo(Repository.Root));

    public static TheoryData<string> Names() => [.. Pages.Select(page => page.FileName)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_IsUpToDate(string name)
    {
        var written = File.ReadAllText(Repository.PathOf("docs", "reference", name));

        Assert.True(Pages.Single(page => page.FileName == name).Text == written, $"docs/reference/{name} is out of date: run 'make docs' and read the difference.");
    }

    [Fact]
    public void EveryPage_IsGenerated() => Assert.Equal(
        Pages.Select(page => page.FileName).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.PathOf("docs", "reference")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_AreListedInTheIndex()
    {
        var index = File.ReadAllText(Repository.PathOf("docs", "README.md"));

        Assert.All(Pages, page => Assert.Contains($"(reference/{page.FileName})", index, StringComparison.Ordinal));
    }
}
