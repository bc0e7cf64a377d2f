using System.Text;

namespace Injector.Templates.Lexing;

/// <summary>The text of a template in UTF-8, and positions in it.</summary>
internal sealed class SourceText(byte[] bytes)
{
    public ReadOnlySpan<byte> Bytes => bytes;

    public ReadOnlyMemory<byte> Memory => bytes;

    public ReadOnlySpan<byte> Slice(Token token) => bytes.AsSpan(token.Start, token.Length);

    public string Decode(Token token) => Encoding.UTF8.GetString(Slice(token));

    /// <summary>The line from 1 and the byte in the line from 0.</summary>
    public (int Line, int Column) Locate(int position)
    {
        var before = bytes.AsSpan(0, Math.Min(position, bytes.Length));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, before.Length - lineStart);
    }
}
