using Injector.Templates.Lexing;

namespace Injector.Templates.Parsing;

/// <summary>Tokens with up to three of them put back.</summary>
internal sealed class TokenBuffer(Lexer lexer)
{
    private readonly Token[] _tokens = new Token[3];
    private int _pending;

    /// <summary>The token read last from the text: errors name its line.</summary>
    public Token Latest => _tokens[0];

    public Token Next()
    {
        if (_pending > 0)
        {
            _pending--;
        }
        else
        {
            _tokens[0] = lexer.Next();
        }

        return _tokens[_pending];
    }

    public Token Peek()
    {
        if (_pending > 0)
        {
            return _tokens[_pending - 1];
        }

        _pending = 1;
        _tokens[0] = lexer.Next();
        return _tokens[0];
    }

    public Token NextAfterSpace()
    {
        while (true)
        {
            var token = Next();
            if (token.Kind != TokenKind.Space)
            {
                return token;
            }
        }
    }

    public Token PeekAfterSpace()
    {
        var token = NextAfterSpace();
        Back();
        return token;
    }

    /// <summary>Puts the last token back.</summary>
    public void Back() => _pending++;

    /// <summary>Puts two tokens back; the second is still in place.</summary>
    public void Back(Token first)
    {
        _tokens[1] = first;
        _pending = 2;
    }

    /// <summary>Puts three tokens back; the third is still in place.</summary>
    public void Back(Token first, Token second)
    {
        _tokens[1] = second;
        _tokens[2] = first;
        _pending = 3;
    }

    /// <summary>Forgets tokens up to the end of the current action.</summary>
    public void SkipAction()
    {
        while (_pending > 0)
        {
            if (Next().Kind == TokenKind.RightDelimiter)
            {
                return;
            }
        }

        lexer.SkipAction();
    }
}
