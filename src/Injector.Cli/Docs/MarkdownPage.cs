using System.Text;

namespace Injector.Cli.Docs;

/// <summary>Writes a Markdown page line by line.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();

    /// <summary>Starts a page.</summary>
    /// <param name="title">The first heading.</param>
    /// <param name="introduction">What the page is for.</param>
    public MarkdownPage(string title, string introduction)
    {
        _text.Append("# ").Append(title).Append("\n\n");
        Paragraph(introduction);
    }

    /// <summary>Adds a heading of the second level.</summary>
    /// <param name="title">The heading.</param>
    public void Heading(string title) => _text.Append("## ").Append(title).Append("\n\n");

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">Markdown.</param>
    public void Paragraph(string text) => _text.Append(text).Append("\n\n");

    /// <summary>Adds text as it is, in a code block.</summary>
    /// <param name="text">Any number of lines.</param>
    public void Code(string text) => _text.Append("```\n").Append(text.TrimEnd('\n')).Append("\n```\n\n");

    /// <summary>Adds a table.</summary>
    /// <param name="columns">The headings.</param>
    /// <param name="rows">The cells, as many as there are headings.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }

        _text.Append('\n');
    }

    /// <summary>Marks a word as code.</summary>
    /// <param name="text">The word; empty gives an empty cell.</param>
    /// <returns>Markdown.</returns>
    public static string Word(string text) => text.Length == 0 ? string.Empty : $"`{text}`";

    /// <summary>The page.</summary>
    /// <returns>Markdown that ends with one newline.</returns>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells) =>
        _text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' '))).Append(" |\n");
}
