using System.Text;

using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>The text of a pattern with a position in it.</summary>
internal sealed class PatternReader(byte[] pattern)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= pattern.Length;

    public ReadOnlySpan<byte> Rest => pattern.AsSpan(Position);

    /// <summary>The next byte, or 0 at the end (a NUL in a pattern never has a meaning of its own).</summary>
    public byte Peek(int ahead = 0) => Position + ahead < pattern.Length ? pattern[Position + ahead] : (byte)0;

    public bool Take(byte expected)
    {
        if (AtEnd || pattern[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public int NextRune()
    {
        var rune = Utf8Runes.Decode(Rest, out var width);
        if (rune == Utf8Runes.Replacement && width == 1)
        {
            throw new RegexSyntaxException(RegexSyntaxException.InvalidUtf8, Text(Position, pattern.Length));
        }

        Position += width;
        return rune;
    }

    public ReadOnlySpan<byte> Bytes(int start, int end) => pattern.AsSpan(start, end - start);

    public string Text(int start, int end) => Encoding.UTF8.GetString(pattern, start, end - start);

    public string All => Text(0, pattern.Length);

    public RegexSyntaxException Fail(string code, int start) => new(code, Text(start, Position));
}
