using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Lexing;
using Injector.Templates.Syntax;

namespace Injector.Templates.Parsing;

/// <content>Reads the actions that contain others, and calls of templates.</content>
internal sealed partial class TreeParser
{
    private BranchNode? Branch(string word)
    {
        if (!TryEnterBlock())
        {
            return null;
        }

        var variableCount = _variables.Count;
        var pipe = Pipeline(word, TokenKind.RightDelimiter);
        if (pipe is null)
        {
            _tokens.SkipAction();
        }

        _rangeDepth += word == "range" ? 1 : 0;
        var (list, end) = ItemList();
        _rangeDepth -= word == "range" ? 1 : 0;
        var elseList = end == PartKind.Else ? ElseList(word) : null;
        _variables.RemoveRange(variableCount, _variables.Count - variableCount);
        _session.Leave();
        if (pipe is null)
        {
            return null;
        }

        return word switch
        {
            "if" => new IfNode(pipe.Position, pipe, list, elseList),
            "with" => new WithNode(pipe.Position, pipe, list, elseList),
            _ => new RangeNode(pipe.Position, pipe, list, elseList),
        };
    }

    private ListNode? ElseList(string word)
    {
        var next = _tokens.Peek();
        if ((word == "if" && next.Kind == TokenKind.If) || (word == "with" && next.Kind == TokenKind.With))
        {
            _tokens.Next();
            var nested = Branch(word);
            return new ListNode(next.Start, nested is null ? [] : [nested]);
        }

        var (list, end) = ItemList();
        if (end == PartKind.Else)
        {
            Report("expected end; found {{else}}");
            SkipToEnd();
        }

        return list;
    }

    // A second else was reported already: read what follows it as if it belonged to the first.
    private void SkipToEnd()
    {
        while (!_session.IsOver && ItemList().End == PartKind.Else)
        {
        }
    }

    private TemplateNode? Block()
    {
        const string Context = "block clause";
        var token = _tokens.NextAfterSpace();
        var name = TemplateName(token, Context);
        var pipe = name is null ? null : Pipeline(Context, TokenKind.RightDelimiter);
        if (pipe is null)
        {
            _tokens.SkipAction();
        }

        new TreeParser(_session).ParseBody(name, Context, this);
        return name is null || pipe is null ? null : new TemplateNode(token.Start, name, pipe);
    }

    private TemplateNode? TemplateCall()
    {
        const string Context = "template clause";
        var token = _tokens.NextAfterSpace();
        if (TemplateName(token, Context) is not { } name)
        {
            _tokens.SkipAction();
            return null;
        }

        if (_tokens.NextAfterSpace().Kind == TokenKind.RightDelimiter)
        {
            return new TemplateNode(token.Start, name, null);
        }

        _tokens.Back();
        if (Pipeline(Context, TokenKind.RightDelimiter) is { } pipe)
        {
            return new TemplateNode(token.Start, name, pipe);
        }

        _tokens.SkipAction();
        return null;
    }

    private string? TemplateName(Token token, string context)
    {
        if (token.Kind is not (TokenKind.String or TokenKind.RawString))
        {
            Unexpected(token, context);
            return null;
        }

        if (StringLiteral.TryUnquote(_session.Source.Slice(token), out var name))
        {
            return name.Decode();
        }

        Report(StringLiteral.InvalidSyntax);
        return null;
    }

    private bool TryEnterBlock()
    {
        if (_session.Depth >= _session.Options.Limits.Nesting)
        {
            var limit = _session.Options.Limits.Nesting.ToString(CultureInfo.InvariantCulture);
            Report($"actions are nested more than {limit} levels deep", Catalogue.Templates.NestingLimit);
            _session.Stop();
            return false;
        }

        return _session.TryEnter();
    }
}
