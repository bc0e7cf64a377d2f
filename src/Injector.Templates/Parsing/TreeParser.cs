using Injector.Contracts.Diagnostics;
using Injector.Templates.Lexing;
using Injector.Templates.Syntax;

namespace Injector.Templates.Parsing;

/// <summary>
/// Parses one named template: the text itself, or the body of a <c>define</c> or <c>block</c>. This part reads the structure made by control words.
/// </summary>
/// <remarks>
/// A mistake inside an action is recorded, the rest of the action is skipped, and parsing goes on as if the action had been right. Methods that can meet one
/// return null after recording it.
/// </remarks>
internal sealed partial class TreeParser
{
    private readonly ParseSession _session;
    private readonly TokenBuffer _tokens;
    private readonly List<string> _variables = ["$"];
    private int _rangeDepth;
    private int _actionLine;
    private int _parenDepth;

    public TreeParser(ParseSession session)
    {
        _session = session;
        _tokens = new TokenBuffer(session.Lexer);
    }

    /// <summary>Parses the whole text.</summary>
    public void ParseText()
    {
        var nodes = new List<Node>();
        var position = _tokens.Peek().Start;
        while (!_session.IsOver && _tokens.Peek().Kind != TokenKind.EndOfText)
        {
            if (TryParseDefinition())
            {
                continue;
            }

            var part = TextOrAction();
            if (part.Kind is PartKind.End or PartKind.Else)
            {
                Report("unexpected " + part.Words);
            }
            else if (part.Node is not null)
            {
                nodes.Add(part.Node);
            }
        }

        Register(new TemplateTree(_session.Options.Name, new ListNode(position, [.. nodes])));
    }

    private bool TryParseDefinition()
    {
        if (_tokens.Peek().Kind != TokenKind.LeftDelimiter)
        {
            return false;
        }

        var delimiter = _tokens.Next();
        if (_tokens.NextAfterSpace().Kind != TokenKind.Define)
        {
            _tokens.Back(delimiter);
            return false;
        }

        new TreeParser(_session).ParseDefinition();
        return true;
    }

    private void ParseDefinition()
    {
        const string Context = "define clause";
        var token = _tokens.NextAfterSpace();
        var name = TemplateName(token, Context);
        if (name is null || !Expect(TokenKind.RightDelimiter, Context))
        {
            _tokens.SkipAction();
        }

        ParseBody(name, Context, this);
    }

    private void ParseBody(string? name, string context, TreeParser reporter)
    {
        if (!reporter.TryEnterBlock())
        {
            return;
        }

        var (root, end) = ItemList();
        _session.Leave();
        if (end == PartKind.Else)
        {
            reporter.Report($"unexpected {{{{else}}}} in {context}");
        }
        else if (name is not null && end == PartKind.End)
        {
            Register(new TemplateTree(name, root));
        }
    }

    private void Register(TemplateTree tree)
    {
        if (!_session.Trees.TryGetValue(tree.Name, out var known) || known.Root.IsBlank)
        {
            _session.Trees[tree.Name] = tree;
        }
        else if (!tree.Root.IsBlank)
        {
            Report("template: multiple definition of template " + Formatting.GoQuote.Quote(tree.Name));
        }
    }

    // The nodes up to an end or else, and which of the two it was.
    private (ListNode List, PartKind End) ItemList()
    {
        var nodes = new List<Node>();
        var position = _tokens.PeekAfterSpace().Start;
        while (!_session.IsOver && _tokens.PeekAfterSpace().Kind != TokenKind.EndOfText)
        {
            var part = TextOrAction();
            if (part.Kind is PartKind.End or PartKind.Else)
            {
                return (new ListNode(position, [.. nodes]), part.Kind);
            }

            if (part.Node is not null)
            {
                nodes.Add(part.Node);
            }
        }

        Report("unexpected EOF");
        return (new ListNode(position, [.. nodes]), PartKind.Nothing);
    }

    private Part TextOrAction()
    {
        var token = _tokens.NextAfterSpace();
        switch (token.Kind)
        {
            case TokenKind.Text:
                return Part.Of(new TextNode(token.Start, _session.Source.Memory.Slice(token.Start, token.Length)));
            case TokenKind.LeftDelimiter:
                _actionLine = token.Line;
                var part = Action();
                _actionLine = 0;
                return part;
            default:
                Unexpected(token, "input");
                _tokens.SkipAction();
                return Part.Nothing;
        }
    }

    private Part Action()
    {
        var token = _tokens.NextAfterSpace();
        switch (token.Kind)
        {
            case TokenKind.Block:
                return Part.Of(Block());
            case TokenKind.Break:
                return LoopExit("break", new BreakNode(token.Start));
            case TokenKind.Continue:
                return LoopExit("continue", new ContinueNode(token.Start));
            case TokenKind.Else:
                return Else();
            case TokenKind.End:
                return SkipUnless(Expect(TokenKind.RightDelimiter, "end"), Part.End);
            case TokenKind.If:
                return Part.Of(Branch("if"));
            case TokenKind.Range:
                return Part.Of(Branch("range"));
            case TokenKind.Template:
                return Part.Of(TemplateCall());
            case TokenKind.With:
                return Part.Of(Branch("with"));
        }

        _tokens.Back();
        var position = _tokens.Peek().Start;
        return Pipeline("command", TokenKind.RightDelimiter) is { } pipe
            ? Part.Of(new ActionNode(position, pipe))
            : SkipUnless(false, Part.Nothing);
    }

    private Part SkipUnless(bool complete, Part part)
    {
        if (!complete)
        {
            _tokens.SkipAction();
        }

        return part;
    }

    private Part LoopExit(string word, Node node)
    {
        var token = _tokens.NextAfterSpace();
        if (token.Kind != TokenKind.RightDelimiter)
        {
            Unexpected(token, $"{{{{{word}}}}}");
            return SkipUnless(false, Part.Nothing);
        }

        if (_rangeDepth == 0)
        {
            Report($"{{{{{word}}}}} outside {{{{range}}}}");
        }

        return Part.Of(node);
    }

    private Part Else()
    {
        // "else if" and "else with": the word stays where it is; Branch looks for it.
        return _tokens.PeekAfterSpace().Kind is TokenKind.If or TokenKind.With
            ? Part.Else
            : SkipUnless(Expect(TokenKind.RightDelimiter, "else"), Part.Else);
    }

    private bool Expect(TokenKind kind, string context)
    {
        var token = _tokens.NextAfterSpace();
        if (token.Kind == kind)
        {
            return true;
        }

        Unexpected(token, context);
        return false;
    }

    private void Report(string message) => Report(message, Catalogue.Templates.Syntax);

    private void Report(string message, DiagnosticDescriptor descriptor) => _session.Add(descriptor, message, _tokens.Latest.Line, _tokens.Latest);

    private void Unexpected(Token token, string context)
    {
        if (token.Kind != TokenKind.Error)
        {
            Report($"unexpected {Describe(token)} in {context}");
            return;
        }

        var extra = "";
        if (_actionLine != 0 && _actionLine != token.Line)
        {
            extra = FormattableString.Invariant($" in action started at {_session.Options.Name}:{_actionLine}");
            if (token.Error.EndsWith(" action", StringComparison.Ordinal))
            {
                extra = extra[" in action".Length..];
            }
        }

        Report(token.Error + extra);
    }

    private string Describe(Token token)
    {
        if (token.Kind == TokenKind.EndOfText)
        {
            return "EOF";
        }

        var text = _session.Source.Decode(token);
        if (token.Kind > TokenKind.Keyword)
        {
            return $"<{text}>";
        }

        return token.Length > 10 ? Formatting.GoQuote.Quote(FirstTen(text)) + "..." : Formatting.GoQuote.Quote(text);
    }

    private static string FirstTen(string text) => string.Concat(text.EnumerateRunes().Take(10));
}
