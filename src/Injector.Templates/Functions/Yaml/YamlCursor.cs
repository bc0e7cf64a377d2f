using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Yaml;

/// <summary>The text being read, with the position in it.</summary>
internal sealed class YamlCursor(byte[] text)
{
    private int _line;
    private int _column;

    public int Position { get; private set; }

    public int Column => _column;

    public YamlMark Mark => new(Position, _line, _column);

    public bool AtEnd => Position >= text.Length;

    /// <summary>A byte ahead, 0 beyond the end (NUL cannot occur in the text).</summary>
    public byte Peek(int ahead = 0) => Position + ahead < text.Length ? text[Position + ahead] : (byte)0;

    public bool IsBlank(int ahead = 0) => Peek(ahead) is (byte)' ' or (byte)'\t';

    public bool IsBreak(int ahead = 0) => BreakLength(ahead) > 0;

    public bool IsBreakOrEnd(int ahead = 0) => Position + ahead >= text.Length || IsBreak(ahead);

    public bool IsBlankOrEnd(int ahead = 0) => IsBlank(ahead) || IsBreakOrEnd(ahead);

    /// <summary>Three equal characters at the start of a line that are a document marker.</summary>
    public bool IsDocumentMarker(byte letter) =>
        _column == 0 && Peek() == letter && Peek(1) == letter && Peek(2) == letter && IsBlankOrEnd(3);

    public bool IsAnyDocumentMarker => IsDocumentMarker((byte)'-') || IsDocumentMarker((byte)'.');

    /// <summary>Goes past one code point.</summary>
    public void Skip()
    {
        Position += Width;
        _column++;
    }

    public void Skip(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Skip();
        }
    }

    public void SkipLine()
    {
        var length = BreakLength(0);
        if (length > 0)
        {
            Position += length;
            _line++;
            _column = 0;
        }
    }

    /// <summary>Copies one code point.</summary>
    public void Read(ByteBuffer output)
    {
        output.Append(text.AsSpan(Position, Width));
        Skip();
    }

    /// <summary>Copies one line break; all but the two Unicode separators become a line feed.</summary>
    public void ReadLine(ByteBuffer output)
    {
        if (BreakLength(0) == 3)
        {
            output.Append(text.AsSpan(Position, 3));
        }
        else
        {
            output.Append('\n');
        }

        SkipLine();
    }

    /// <summary>At the end of the text the mark is at the start of a line of its own.</summary>
    public void ForceNewLine()
    {
        if (_column != 0)
        {
            _column = 0;
            _line++;
        }
    }

    public ReadOnlySpan<byte> Since(int start) => text.AsSpan(start, Position - start);

    private int Width => Math.Min(Peek() switch
    {
        < 0x80 => 1,
        < 0xE0 => 2,
        < 0xF0 => 3,
        _ => 4,
    }, text.Length - Position);

    private int BreakLength(int ahead) => Peek(ahead) switch
    {
        (byte)'\r' when Peek(ahead + 1) == '\n' => 2,
        (byte)'\r' or (byte)'\n' => 1,
        0xC2 when Peek(ahead + 1) == 0x85 => 2,
        0xE2 when Peek(ahead + 1) == 0x80 && Peek(ahead + 2) is (0xA8 or 0xA9) => 3,
        _ => 0,
    };
}
