using System.Text;

namespace Injector.EndToEnd.Tests.QuickStart;

/// <summary>The commands of a page: every line of its shell blocks, with continuations and here-documents kept together.</summary>
internal static class PageCommands
{
    private const string Fence = "```";

    /// <summary>Reads a page.</summary>
    /// <param name="file">A Markdown file.</param>
    /// <returns>The commands in their order.</returns>
    public static IReadOnlyList<string> Of(string file)
    {
        List<string> commands = [];
        string? language = null;
        var command = new StringBuilder();
        string? end = null;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = language is null ? line[Fence.Length..].Trim() : null;
                Assert.True(language is null or "sh" or "yaml", $"{Path.GetFileName(file)}: commands stand in blocks of language 'sh', manifests in 'yaml'; '{language}' would not be run.");
            }
            else if (language == "sh" && (command.Length > 0 || (line.Length > 0 && !line.StartsWith('#'))))
            {
                command.AppendLine(line);
                end ??= HereDocument(line);
                if (end is null ? !line.EndsWith('\\') : line == end)
                {
                    commands.Add(command.ToString().Trim());
                    command.Clear();
                    end = null;
                }
            }
        }

        Assert.True(command.Length == 0, $"{Path.GetFileName(file)}: the last command of a block does not end: {command}");
        return commands;
    }

    private static string? HereDocument(string line)
    {
        var at = line.IndexOf("<<'", StringComparison.Ordinal);
        return at < 0 ? null : line[(at + 3)..].TrimEnd('\'');
    }
}
