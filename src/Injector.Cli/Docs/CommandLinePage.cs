using System.CommandLine;

namespace Injector.Cli.Docs;

/// <summary><c>cli.md</c>: the command line <c>injector</c>, from its command tree.</summary>
internal static class CommandLinePage
{
    /// <summary>Makes the page.</summary>
    /// <param name="root">The command tree.</param>
    /// <returns>Markdown.</returns>
    public static string Create(RootCommand root)
    {
        var page = new MarkdownPage(
            "The command line `injector`",
            "The same libraries as in webhook and agent, for a terminal and for pipelines. As `kubectl-injector` in the `PATH` it is also `kubectl injector`.");
        foreach (var (path, command) in Leaves("injector", root).OrderBy(leaf => leaf.Path, StringComparer.Ordinal))
        {
            Describe(page, path, command);
        }

        return page.ToString();
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(string path, Command command)
    {
        var visible = command.Subcommands.Where(child => !child.Hidden).ToList();
        return visible.Count == 0 ? [(path, command)] : visible.SelectMany(child => Leaves($"{path} {child.Name}", child));
    }

    private static void Describe(MarkdownPage page, string path, Command command)
    {
        page.Heading($"`{path}`");
        page.Paragraph(command.Description ?? string.Empty);
        var rows = command.Arguments.Select(argument => (IReadOnlyList<string>)[MarkdownPage.Word(argument.Name), argument.Description ?? string.Empty])
            .Concat(command.Options.Where(option => !option.Hidden).Select(option => (IReadOnlyList<string>)
                [string.Join(", ", option.Aliases.Prepend(option.Name).Distinct().Select(MarkdownPage.Word)), option.Description ?? string.Empty]))
            .ToList();
        if (rows.Count > 0)
        {
            page.Table(["argument or option", "meaning"], rows);
        }
    }
}
