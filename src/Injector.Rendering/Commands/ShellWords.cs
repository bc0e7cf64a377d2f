using System.Buffers;
using System.Text;

namespace Injector.Rendering.Commands;

/// <summary>Takes a command apart as a shell would, as long as that needs nothing but blanks and quotes.</summary>
internal static class ShellWords
{
    /// <summary>Characters that mean something to a shell outside of quotes.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("|&;<>()$`\\*?[]{}~#!\n\r=");

    /// <summary>Characters that mean something inside of double quotes.</summary>
    private static readonly SearchValues<char> SpecialInQuotes = SearchValues.Create("$`\\!");

    /// <summary>Words only a shell knows when they come first.</summary>
    private static readonly SearchValues<string> ShellOnly = SearchValues.Create(
        [".", ":", "alias", "break", "cd", "command", "continue", "eval", "exec", "exit", "export", "for", "if", "readonly", "return", "set", "shift", "source", "trap", "type", "ulimit", "umask", "unset", "until", "wait", "while"],
        StringComparison.Ordinal);

    /// <summary>The words; null when only a shell can tell.</summary>
    public static List<string>? Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isInWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is ' ' or '\t')
            {
                End(words, word, ref isInWord);
                continue;
            }

            isInWord = true;
            if (character is '\'' or '"')
            {
                var end = text.IndexOf(character, i + 1);
                if (end < 0 || (character == '"' && text.AsSpan(i + 1, end - i - 1).ContainsAny(SpecialInQuotes)))
                {
                    return null;
                }

                word.Append(text, i + 1, end - i - 1);
                i = end;
                continue;
            }

            // An equals sign makes a variable of the first word; in an argument it is an ordinary character.
            if (Special.Contains(character) && !(character == '=' && words.Count > 0))
            {
                return null;
            }

            word.Append(character);
        }

        End(words, word, ref isInWord);
        return words.Count > 0 && !ShellOnly.Contains(words[0]) ? words : null;
    }

    private static void End(List<string> words, StringBuilder word, ref bool isInWord)
    {
        if (isInWord)
        {
            words.Add(word.ToString());
            word.Clear();
            isInWord = false;
        }
    }
}
