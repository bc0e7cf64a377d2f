using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary><c>sprig_snakecase</c> and <c>sprig_kebabcase</c>: words in small letters with a connector between them.</summary>
internal static class JoinedName
{
    public static StringValue Apply(StringValue text, char connector)
    {
        if (text.Length == 0)
        {
            return text;
        }

        using var output = new ByteBuffer(text.Length + 16);
        var words = new NameWords(text.Span);
        words.Next();
        while (!words.AtEnd)
        {
            if (words.Kind != WordKind.Connector)
            {
                Append(output, words.Kind, words.Word, connector);
            }

            var kind = words.Kind;
            var word = words.Word;
            words.Next();
            switch (kind)
            {
                case WordKind.Number:
                    AppendTail(output, ref words, connector);
                    break;
                case WordKind.Connector:
                    Append(output, kind, word, connector);
                    break;
                case WordKind.Punctuation:
                    break;
                default:
                    AppendAfterLetters(output, ref words, connector);
                    break;
            }
        }

        Append(output, words.Kind, words.Word, connector);
        return new StringValue(output.ToArray());
    }

    private static void AppendAfterLetters(ByteBuffer output, ref NameWords words, char connector)
    {
        if (words.Kind != WordKind.Number)
        {
            Connect(output, words.Kind, connector);
            return;
        }

        if (words.AtEnd)
        {
            return;
        }

        var number = words.Word;
        words.Next();
        if (words.Kind != WordKind.Alphabet)
        {
            // The number belongs to the word before it: bld4_floor.
            Append(output, WordKind.Number, number, connector);
            Connect(output, words.Kind, connector);
            return;
        }

        // Small letters after the number: it starts a word of its own, http_2xx.
        output.Append(connector);
        Append(output, WordKind.Number, number, connector);
        AppendTail(output, ref words, connector);
    }

    private static void AppendTail(ByteBuffer output, ref NameWords words, char connector)
    {
        while (words.Kind is WordKind.Alphabet or WordKind.Number)
        {
            Append(output, words.Kind, words.Word, connector);
            words.Next();
        }

        if (words.Kind != WordKind.None)
        {
            Connect(output, words.Kind, connector);
        }
    }

    private static void Connect(ByteBuffer output, WordKind next, char connector)
    {
        if (next is not (WordKind.Connector or WordKind.Punctuation))
        {
            output.Append(connector);
        }
    }

    private static void Append(ByteBuffer output, WordKind kind, ReadOnlySpan<byte> word, char connector)
    {
        if (kind is not (WordKind.UpperCase or WordKind.Connector))
        {
            output.Append(word);
            return;
        }

        while (!word.IsEmpty)
        {
            var rune = Utf8Runes.Decode(word, out var width);
            if (CaseStyle.IsConnector(rune))
            {
                output.Append(connector);
            }
            else
            {
                RuneMapping.Append(output, GoCase.IsUpper(rune) ? GoCase.Lower(rune) : rune);
            }

            word = word[width..];
        }
    }
}
