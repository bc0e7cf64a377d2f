using System.Text.RegularExpressions;
using Injector.TestKit;

namespace Injector.Cli.Tests.Docs;

/// <summary>Links of the pages lead somewhere.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Folders = ["docs", "manifests"];

    public static TheoryData<string> Pages() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Folders.SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories)))
            .Select(static file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToFilesAndHeadings(string page)
    {
        var file = Repository.PathOf(page);
        var links = Link().Matches(WithoutBlocks(File.ReadAllText(file))).Select(static link => link.Groups[1].Value);

        Assert.All(links.Where(static link => !link.Contains("://", StringComparison.Ordinal)), link => Assert.True(Leads(file, link), $"{page}: '{link}' leads nowhere."));
    }

    [Fact]
    public void Pages_AreListedInTheIndex()
    {
        var index = File.ReadAllText(Repository.PathOf("docs", "README.md"));

        Assert.All(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(static file => Path.GetFileName(file)).Where(static name => name != "README.md"),
            name => Assert.Contains($"({name})", index, StringComparison.Ordinal));
    }

    private static bool Leads(string page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page) ?? Repository.Root, parts[0]));
        return Path.Exists(target) && (parts.Length == 1 || Heading().Matches(File.ReadAllText(target)).Any(heading => Anchor(heading.Groups[1].Value) == parts[1]));
    }

    /// <summary>The anchor that a heading gets where Markdown is shown.</summary>
    private static string Anchor(string heading) => string.Concat(
        heading.Trim().ToLowerInvariant().Where(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ').Select(static letter => letter == ' ' ? '-' : letter));

    private static string WithoutBlocks(string text) => Block().Replace(text, string.Empty);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
