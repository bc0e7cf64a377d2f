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
        var rune = Utf8Runes.Decode(_rest, out var length);
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
        while (length < _rest.Length)
        {
            var rune = Utf8Runes.Decode(_rest[length..], out var width);
            if (!Continues(kind, rune))
            {
                break;
            }

            length += width;
        }

        return length;
    }

    /// <summary>Several capitals are one word, but the last one belongs to the small letters after it: HTTP, Server.</summary>
    private readonly int UpperCaseLength(int length)
    {
        var first = Utf8Runes.Decode(_rest[length..], out _);
        if (!GoCase.IsUpper(first))
        {
            return RunLength(length, WordKind.Alphabet);
        }

        var lastWidth = 0;
        while (length < _rest.Length)
        {
            var rune = Utf8Runes.Decode(_rest[length..], out var width);
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
        // An invalid byte stays with the word before it.
        _ when rune == Utf8Runes.Replacement => true,
        WordKind.Connector => CaseStyle.IsConnector(rune),
        WordKind.Punctuation => CaseStyle.IsPunctuation(rune),
        WordKind.Alphabet => CaseStyle.IsAlphabet(rune) && !GoCase.IsUpper(rune),
        WordKind.Number => CaseStyle.IsNumber(rune),
        _ => !CaseStyle.IsConnector(rune) && !CaseStyle.IsAlphabet(rune) && !CaseStyle.IsNumber(rune) && !CaseStyle.IsPunctuation(rune),
    };
}
