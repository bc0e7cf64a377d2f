using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Syntax;

/// <summary>Nodes in canonical form, as error texts quote them.</summary>
internal static class NodeText
{
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Node node)
    {
        switch (node)
        {
            case ListNode list:
                Array.ForEach(list.Nodes, child => Write(text, child));
                break;
            case TextNode plain:
                text.Append(Encoding.UTF8.GetString(plain.Text.Span));
                break;
            case ActionNode action:
                WriteClause(text, "", action.Pipe);
                break;
            case BranchNode branch:
                WriteBranch(text, branch);
                break;
            case BreakNode:
                text.Append("{{break}}");
                break;
            case ContinueNode:
                text.Append("{{continue}}");
                break;
            case TemplateNode template:
                WriteClause(text, "template " + GoQuote.Quote(template.Name) + (template.Pipe is null ? "" : " "), template.Pipe);
                break;
            case PipeNode pipe:
                WritePipe(text, pipe);
                break;
            case CommandNode command:
                WriteCommand(text, command);
                break;
            default:
                WriteOperand(text, node);
                break;
        }
    }

    private static void WriteClause(StringBuilder text, string words, PipeNode? pipe)
    {
        text.Append("{{").Append(words);
        if (pipe is not null)
        {
            WritePipe(text, pipe);
        }

        text.Append("}}");
    }

    private static void WriteBranch(StringBuilder text, BranchNode branch)
    {
        WriteClause(text, branch switch { IfNode => "if ", WithNode => "with ", _ => "range " }, branch.Pipe);
        Write(text, branch.List);
        if (branch.ElseList is not null)
        {
            text.Append("{{else}}");
            Write(text, branch.ElseList);
        }

        text.Append("{{end}}");
    }

    private static void WritePipe(StringBuilder text, PipeNode pipe)
    {
        for (var i = 0; i < pipe.Variables.Length; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(pipe.Variables[i].Name);
        }

        text.Append(pipe.Target switch { PipeTarget.Declaration => " := ", PipeTarget.Assignment => " = ", _ => "" });
        for (var i = 0; i < pipe.Commands.Length; i++)
        {
            text.Append(i > 0 ? " | " : "");
            WriteCommand(text, pipe.Commands[i]);
        }
    }

    private static void WriteCommand(StringBuilder text, CommandNode command)
    {
        for (var i = 0; i < command.Words.Length; i++)
        {
            text.Append(i > 0 ? " " : "");
            WriteOperand(text, command.Words[i]);
        }
    }

    private static void WriteOperand(StringBuilder text, Node operand)
    {
        switch (operand)
        {
            case PipeNode pipe:
                text.Append('(');
                WritePipe(text, pipe);
                text.Append(')');
                break;
            case ChainNode chain:
                WriteOperand(text, chain.Receiver);
                WriteFields(text, chain.Fields);
                break;
            case FieldNode field:
                WriteFields(text, field.Fields);
                break;
            case VariableNode variable:
                text.Append(variable.Name);
                WriteFields(text, variable.Fields);
                break;
            default:
                text.Append(WordOf(operand));
                break;
        }
    }

    private static string WordOf(Node word) => word switch
    {
        IdentifierNode identifier => identifier.Function.Name,
        DotNode => ".",
        NilNode => "nil",
        BoolNode flag => flag.Value.IsTrue ? "true" : "false",
        NumberNode number => number.Source,
        StringNode quoted => quoted.Source,
        _ => "",
    };

    private static void WriteFields(StringBuilder text, FieldName[] fields)
    {
        foreach (var field in fields)
        {
            text.Append('.').Append(field.Text);
        }
    }
}
