using System.Globalization;
using System.Text;

namespace Injector.Injection.Annotations;

/// <summary>Values in messages: whole when they are short, else their beginning. What cannot be seen is written as an escape, for it is often what is wrong.</summary>
internal static class ShortValue
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Shown(rune);
            if (line.Length + shown.Length > Longest)
            {
                return line.Append('…').ToString();
            }

            line.Append(shown);
        }

        return line.ToString();
    }

    private static string Shown(Rune rune) => rune.Value switch
    {
        ' ' => " ",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? $"\\u{rune.Value:x4}" : rune.ToString(),
    };
}
