using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Toml;

/// <summary>The path of a table or member.</summary>
internal sealed class TomlKey
{
    public static readonly TomlKey Root = new(null, StringValue.Empty, 0);

    private readonly TomlKey? _parent;

    private TomlKey(TomlKey? parent, StringValue name, int depth) => (_parent, Name, Depth) = (parent, name, depth);

    public StringValue Name { get; }

    public int Depth { get; }

    public TomlKey Add(StringValue name) => new(this, name, Depth + 1);

    public void AppendIndent(ByteBuffer output) => output.AppendRepeated((byte)' ', 2 * (Depth - 1));

    public void AppendPath(ByteBuffer output)
    {
        if (_parent is { Depth: > 0 })
        {
            _parent.AppendPath(output);
            output.Append('.');
        }

        AppendName(output, Name);
    }

    public static void AppendName(ByteBuffer output, StringValue name)
    {
        if (IsBare(name.Span))
        {
            output.Append(name.Span);
            return;
        }

        AppendQuoted(output, name.Span);
    }

    private static bool IsBare(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'-' or (byte)'_'))
            {
                return false;
            }
        }

        return !name.IsEmpty;
    }

    public static void AppendQuoted(ByteBuffer output, ReadOnlySpan<byte> text)
    {
        output.Append('"');
        foreach (var letter in text)
        {
            switch (letter)
            {
                case (byte)'"' or (byte)'\\':
                    output.Append('\\');
                    output.Append(letter);
                    break;
                case (byte)'\b':
                    output.Append("\\b"u8);
                    break;
                case (byte)'\t':
                    output.Append("\\t"u8);
                    break;
                case (byte)'\n':
                    output.Append("\\n"u8);
                    break;
                case (byte)'\f':
                    output.Append("\\f"u8);
                    break;
                case (byte)'\r':
                    output.Append("\\r"u8);
                    break;
                case < 0x20 or 0x7F:
                    output.Append("\\u00"u8);
                    output.Append("0123456789abcdef"[letter >> 4]);
                    output.Append("0123456789abcdef"[letter & 0xF]);
                    break;
                default:
                    output.Append(letter);
                    break;
            }
        }

        output.Append('"');
    }
}
