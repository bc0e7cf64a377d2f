using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Formatting;
using Injector.Templates.Lexing;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Parsing;

/// <content>Reads pipelines, commands and operands.</content>
internal sealed partial class TreeParser
{
    private PipeNode? Pipeline(string context, TokenKind end)
    {
        var position = _tokens.PeekAfterSpace().Start;
        var variables = new List<VariableNode>();
        if (Declarations(context, variables) is not { } target)
        {
            return null;
        }

        var commands = new List<CommandNode>();
        while (true)
        {
            var token = _tokens.NextAfterSpace();
            if (token.Kind == end)
            {
                return Check(commands, context) ? new PipeNode(position, target, [.. variables], [.. commands]) : null;
            }

            if (!StartsOperand(token.Kind))
            {
                Unexpected(token, context);
                return null;
            }

            _tokens.Back();
            if (Command() is not { } command)
            {
                return null;
            }

            commands.Add(command);
        }
    }

    private static bool StartsOperand(TokenKind kind) => kind is TokenKind.Bool or TokenKind.CharConstant or TokenKind.Complex or TokenKind.Dot
        or TokenKind.Field or TokenKind.Identifier or TokenKind.Number or TokenKind.Nil or TokenKind.RawString or TokenKind.String
        or TokenKind.Variable or TokenKind.LeftParen;

    // Reads "$x :=", "$x =" and in range "$i, $x :="; puts a variable that is none of these back.
    private PipeTarget? Declarations(string context, List<VariableNode> variables)
    {
        while (_tokens.PeekAfterSpace() is { Kind: TokenKind.Variable } variable)
        {
            _tokens.Next();
            var after = _tokens.Peek();
            var next = _tokens.PeekAfterSpace();
            if (next.Kind is TokenKind.Assign or TokenKind.Declare)
            {
                _tokens.NextAfterSpace();
                Declare(variable, variables);
                return next.Kind == TokenKind.Assign ? PipeTarget.Assignment : PipeTarget.Declaration;
            }

            if (next.Kind == TokenKind.Char && _session.Source.Slice(next) is [(byte)','])
            {
                _tokens.NextAfterSpace();
                Declare(variable, variables);
                if (context != "range" || variables.Count >= 2)
                {
                    Report("too many declarations in " + context);
                    return null;
                }

                if (_tokens.PeekAfterSpace().Kind is TokenKind.Variable or TokenKind.RightDelimiter or TokenKind.RightParen)
                {
                    continue;
                }

                Report("range can only initialize variables");
                return null;
            }

            if (after.Kind == TokenKind.Space)
            {
                _tokens.Back(variable, after);
            }
            else
            {
                _tokens.Back(variable);
            }

            break;
        }

        // "range $i, }}" leaves a variable without a sign; it declares.
        return variables.Count > 0 ? PipeTarget.Declaration : PipeTarget.Result;
    }

    private void Declare(Token token, List<VariableNode> variables)
    {
        var name = _session.VariableName(token);
        variables.Add(new VariableNode(token.Start, name, []));
        _variables.Add(name);
    }

    private bool Check(List<CommandNode> commands, string context)
    {
        if (commands.Count == 0)
        {
            Report("missing value for " + context);
            return false;
        }

        for (var i = 1; i < commands.Count; i++)
        {
            if (commands[i].Words[0] is BoolNode or DotNode or NilNode or NumberNode or StringNode)
            {
                Report("non executable command in pipeline stage " + (i + 1).ToString(CultureInfo.InvariantCulture));
                return false;
            }
        }

        return true;
    }

    private CommandNode? Command()
    {
        var position = _tokens.PeekAfterSpace().Start;
        var words = new List<Node>();
        while (true)
        {
            _tokens.PeekAfterSpace();
            if (!Operand(out var operand))
            {
                return null;
            }

            if (operand is not null)
            {
                words.Add(operand);
            }

            var token = _tokens.Next();
            if (token.Kind == TokenKind.Space)
            {
                continue;
            }

            if (token.Kind is TokenKind.RightDelimiter or TokenKind.RightParen)
            {
                _tokens.Back();
            }
            else if (token.Kind != TokenKind.Pipe)
            {
                Unexpected(token, "operand");
                return null;
            }

            break;
        }

        if (words.Count == 0)
        {
            Report("empty command");
            return null;
        }

        return new CommandNode(position, [.. words]);
    }

    // False after a mistake; true without an operand when there is none here.
    private bool Operand(out Node? operand)
    {
        if (!Term(out operand))
        {
            return false;
        }

        if (operand is null || _tokens.Peek().Kind != TokenKind.Field)
        {
            return true;
        }

        var position = _tokens.Peek().Start;
        var fields = new List<FieldName>();
        while (_tokens.Peek().Kind == TokenKind.Field)
        {
            fields.Add(FieldOf(_tokens.Next()));
        }

        switch (operand)
        {
            case FieldNode field:
                operand = new FieldNode(position, [.. field.Fields, .. fields]);
                return true;
            case VariableNode variable:
                operand = new VariableNode(position, variable.Name, [.. fields]);
                return true;
            case BoolNode or StringNode or NumberNode or NilNode or DotNode:
                Report("unexpected . after term " + GoQuote.Quote(NodeText.Of(operand)));
                return false;
            default:
                operand = new ChainNode(position, operand, [.. fields]);
                return true;
        }
    }

    private FieldName FieldOf(Token token) => new(_session.Source.Decode(token)[1..]);

    private bool Term(out Node? term)
    {
        var token = _tokens.NextAfterSpace();
        var start = token.Start;
        term = token.Kind switch
        {
            TokenKind.Identifier => Function(token),
            TokenKind.Dot => new DotNode(start),
            TokenKind.Nil => new NilNode(start),
            TokenKind.Variable => Variable(token),
            TokenKind.Field => new FieldNode(start, [FieldOf(token)]),
            TokenKind.Bool => new BoolNode(start, BoolValue.From(token.Length == 4)),
            TokenKind.CharConstant or TokenKind.Complex or TokenKind.Number => Number(token),
            TokenKind.LeftParen => Parenthesized(),
            TokenKind.String or TokenKind.RawString => Text(token),
            _ => null,
        };

        if (term is not null)
        {
            return true;
        }

        if (StartsOperand(token.Kind))
        {
            return false;
        }

        _tokens.Back();
        return true;
    }

    private IdentifierNode? Function(Token token)
    {
        var name = _session.Source.Decode(token);
        if (_session.TryFindFunction(name, out var function))
        {
            return new IdentifierNode(token.Start, function);
        }

        Report($"function {GoQuote.Quote(name)} not defined", Catalogue.Templates.UnknownFunction);
        return null;
    }

    private VariableNode? Variable(Token token)
    {
        var name = _session.VariableName(token);
        if (_variables.Contains(name))
        {
            return new VariableNode(token.Start, name, []);
        }

        Report("undefined variable " + GoQuote.Quote(name));
        return null;
    }

    private NumberNode? Number(Token token)
    {
        if (NumberReader.Read(token.Kind, _session.Source.Slice(token), out var error) is { } constant)
        {
            return new NumberNode(token.Start, _session.Source.Decode(token), constant);
        }

        Report(error);
        return null;
    }

    private StringNode? Text(Token token)
    {
        if (StringLiteral.TryUnquote(_session.Source.Slice(token), out var value))
        {
            return new StringNode(token.Start, _session.Source.Decode(token), value);
        }

        Report(StringLiteral.InvalidSyntax);
        return null;
    }

    private PipeNode? Parenthesized()
    {
        if (_parenDepth >= _session.Options.Limits.Nesting)
        {
            Report("max expression depth exceeded", Catalogue.Templates.NestingLimit);
            return null;
        }

        if (!_session.TryEnter())
        {
            return null;
        }

        _parenDepth++;
        var pipe = Pipeline("parenthesized pipeline", TokenKind.RightParen);
        _parenDepth--;
        _session.Leave();
        return pipe;
    }
}
