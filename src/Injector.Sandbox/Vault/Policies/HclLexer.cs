using System.Text;

namespace Injector.Sandbox.Vault.Policies;

/// <summary>Cuts the HCL of a policy into pieces: words, quoted texts, <c>{ } [ ] = , :</c>; comments are left out.</summary>
internal sealed class HclLexer(string text)
{
    private int _at;
    private int _line = 1;

    /// <summary>The first fault; null when everything was understood.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<HclToken> Read()
    {
        var tokens = new List<HclToken>();
        while (Fault is null && SkipBlank())
        {
            tokens.Add(text[_at] switch
            {
                '"' => ReadText(),
                '{' or '}' or '[' or ']' or '=' or ',' or ':' => new HclToken(HclTokenKind.Punctuation, text[_at++].ToString(), _line),
                _ => ReadWord(),
            });
        }

        tokens.Add(new HclToken(HclTokenKind.End, string.Empty, _line));
        return tokens;
    }

    private bool SkipBlank()
    {
        while (_at < text.Length)
        {
            if (text[_at] == '#' || IsAhead("//"))
            {
                SkipTo("\n");
            }
            else if (IsAhead("/*"))
            {
                SkipTo("*/");
                _at = Math.Min(text.Length, _at + 2);
            }
            else if (char.IsWhiteSpace(text[_at]))
            {
                _line += text[_at] == '\n' ? 1 : 0;
                _at++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAhead(string mark) => text.AsSpan(_at).StartsWith(mark, StringComparison.Ordinal);

    private void SkipTo(string mark)
    {
        var end = text.IndexOf(mark, _at, StringComparison.Ordinal);
        var to = end < 0 ? text.Length : end;
        _line += text.AsSpan(_at, to - _at).Count('\n');
        _at = to;
    }

    private HclToken ReadText()
    {
        var content = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] is not ('"' or '\n'); _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
                content.Append(text[_at] switch { 'n' => '\n', 't' => '\t', var other => other });
            }
            else
            {
                content.Append(text[_at]);
            }
        }

        if (_at >= text.Length || text[_at] != '"')
        {
            Fault = $"line {_line}: literal not terminated";
        }

        _at++;
        return new HclToken(HclTokenKind.Text, content.ToString(), _line);
    }

    private HclToken ReadWord()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-' or '.'))
        {
            _at++;
        }

        if (_at == start)
        {
            Fault = $"line {_line}: illegal character '{text[_at++]}'";
        }

        return new HclToken(HclTokenKind.Word, text[start.._at], _line);
    }
}
