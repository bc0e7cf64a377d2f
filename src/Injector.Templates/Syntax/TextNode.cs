using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Syntax;

/// <summary>Text outside actions.</summary>
internal sealed class TextNode(int position, ReadOnlyMemory<byte> text) : Node(position)
{
    public ReadOnlyMemory<byte> Text { get; } = text;

    public bool IsBlank
    {
        get
        {
            var rest = Text.Span;
            while (!rest.IsEmpty)
            {
                if (!GoRune.Decode(rest, out var rune, out var length) || !Rune.IsWhiteSpace(rune))
                {
                    return false;
                }

                rest = rest[length..];
            }

            return true;
        }
    }
}
