namespace Injector.Templates.Functions.Text;

/// <summary>Cuts a name such as <c>HTTPServer2x</c> into runs.</summary>
internal ref struct NameWords(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    public WordKind Kind { get; private set; }

    public ReadOnlySpan<byte> Word { get; private set; }

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Goes to the next run; at the end there is an empty one of no kind.</summary>
    public void Next()
    {
        var rune = NextValid(_rest, Utf8Runes.Replacement, out var length);
        Kind = KindOf(rune, length);
        if (Kind == WordKind.UpperCase)
        {
            length = UpperCaseLength(length);
        }
        else if (Kind != WordKind.None)
        {
            length = RunLength(length, Kind);
        }

        Word = _rest[..length];
        _rest = _rest[length..];
    }

    private static WordKind KindOf(int rune, int width)
    {
        if (width == 0 || rune == Utf8Runes.Replacement)
        {
            return WordKind.None;
        }

        if (CaseStyle.IsConnector(rune))
        {
            return WordKind.Connector;
        }

        if (CaseStyle.IsPunctuation(rune))
        {
            return WordKind.Punctuation;
        }

        if (GoCase.IsUpper(rune))
        {
            return WordKind.UpperCase;
        }

        if (CaseStyle.IsAlphabet(rune))
        {
            return WordKind.Alphabet;
        }

        return CaseStyle.IsNumber(rune) ? WordKind.Number : WordKind.Other;
    }

    private readonly int RunLength(int length, WordKind kind)
    {
        var rune = Utf8Runes.Replacement;
        while (length < _rest.Length)
        {
            rune = NextValid(_rest[length..], rune, out var width);
            if (rune != Utf8Runes.Replacement && !Continues(kind, rune))
            {
                break;
            }

            length += width;
        }

        return length;
    }

    /// <summary>The first code point after invalid bytes, which belong to it; at the end the one before counts again.</summary>
    private static int NextValid(ReadOnlySpan<byte> text, int before, out int length)
    {
        length = 0;
        while (length < text.Length)
        {
            var rune = Utf8Runes.Decode(text[length..], out var width);
            length += width;
            if (rune != Utf8Runes.Replacement)
            {
                return rune;
            }
        }

        return before;
    }

    /// <summary>Several capitals are one word, but the last one belongs to the small letters after it: HTTP, Server.</summary>
    private readonly int UpperCaseLength(int length)
    {
        var first = NextValid(_rest[length..], 'A', out _);
        if (!GoCase.IsUpper(first))
        {
            return RunLength(length, WordKind.Alphabet);
        }

        var lastWidth = 0;
        int rune = 'A';
        while (length < _rest.Length)
        {
            rune = NextValid(_rest[length..], rune, out var width);
            if (!GoCase.IsUpper(rune))
            {
                return CaseStyle.IsAlphabet(rune) ? length - lastWidth : length;
            }

            lastWidth = width;
            length += width;
        }

        return length;
    }

    private static bool Continues(WordKind kind, int rune) => kind switch
    {
        WordKind.Connector => CaseStyle.IsConnector(rune),
        WordKind.Punctuation => CaseStyle.IsPunctuation(rune),
        WordKind.Alphabet => CaseStyle.IsAlphabet(rune) && !GoCase.IsUpper(rune),
        WordKind.Number => CaseStyle.IsNumber(rune),
        _ => !CaseStyle.IsConnector(rune) && !CaseStyle.IsAlphabet(rune) && !CaseStyle.IsNumber(rune) && !CaseStyle.IsPunctuation(rune),
    };
}
