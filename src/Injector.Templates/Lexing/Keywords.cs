namespace Injector.Templates.Lexing;

/// <summary>The words that are not names.</summary>
internal static class Keywords
{
    public static TokenKind KindOf(ReadOnlySpan<byte> word)
    {
        return word.Length switch
        {
            2 when word.SequenceEqual("if"u8) => TokenKind.If,
            3 when word.SequenceEqual("end"u8) => TokenKind.End,
            3 when word.SequenceEqual("nil"u8) => TokenKind.Nil,
            4 when word.SequenceEqual("else"u8) => TokenKind.Else,
            4 when word.SequenceEqual("with"u8) => TokenKind.With,
            4 when word.SequenceEqual("true"u8) => TokenKind.Bool,
            5 when word.SequenceEqual("false"u8) => TokenKind.Bool,
            5 when word.SequenceEqual("range"u8) => TokenKind.Range,
            5 when word.SequenceEqual("block"u8) => TokenKind.Block,
            5 when word.SequenceEqual("break"u8) => TokenKind.Break,
            6 when word.SequenceEqual("define"u8) => TokenKind.Define,
            8 when word.SequenceEqual("continue"u8) => TokenKind.Continue,
            8 when word.SequenceEqual("template"u8) => TokenKind.Template,
            _ => TokenKind.Identifier,
        };
    }
}
