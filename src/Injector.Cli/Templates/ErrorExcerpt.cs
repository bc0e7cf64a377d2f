using System.Globalization;
using System.Text;
using Injector.Templates;

namespace Injector.Cli.Templates;

/// <summary>An error with the line it is in and a caret under the place.</summary>
internal static class ErrorExcerpt
{
    private const int Margin = 4;

    /// <summary>Makes the excerpt.</summary>
    /// <param name="file">The name to show.</param>
    /// <param name="text">The template.</param>
    /// <param name="error">The error.</param>
    /// <returns>Lines with a line feed at the end.</returns>
    public static string Of(string file, string text, TemplateError error)
    {
        var lines = text.Split('\n');
        var line = error.Line >= 1 && error.Line <= lines.Length ? lines[error.Line - 1].TrimEnd('\r') : "";
        var number = error.Line.ToString(CultureInfo.InvariantCulture).PadLeft(Margin);
        var excerpt = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{file}:{error.Line}:{error.Column + 1}: {error.Descriptor.Code}: {error.Message}\n")
            .Append(number).Append(" | ").Append(line).Append('\n')
            .Append(' ', Margin).Append(" | ").Append(Indentation(line, error.Column)).Append("^\n");
        return excerpt.ToString();
    }

    /// <summary>White space as wide as the bytes before the column: tabs stay tabs.</summary>
    private static string Indentation(string line, int column)
    {
        var before = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            column -= rune.Utf8SequenceLength;
            if (column < 0)
            {
                break;
            }

            before.Append(rune.Value == '\t' ? '\t' : ' ');
        }

        return before.ToString();
    }
}
