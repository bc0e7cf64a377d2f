using Injector.Templates.Calling;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <content>Pipelines and commands.</content>
internal sealed partial class Evaluator
{
    private Operand Pipeline(Operand dot, PipeNode pipe)
    {
        _node = pipe;
        var value = default(Operand);
        foreach (var command in pipe.Commands)
        {
            value = Command(dot, command, value);
            if (HasFailed)
            {
                return value;
            }

            // What comes out of a stage is no longer an interface, but what is in it.
            value = Operand.Exact(value.Value);
        }

        foreach (var variable in pipe.Variables)
        {
            if (pipe.Target == PipeTarget.Assignment)
            {
                Assign(variable.Name, value);
            }
            else
            {
                _variables.Push(variable.Name, value);
            }
        }

        return value;
    }

    private Operand Command(Operand dot, CommandNode command, Operand final)
    {
        var words = command.Words;
        switch (words[0])
        {
            case FieldNode field:
                _node = field;
                return Fields(dot, dot, field, field.Fields, words, final);
            case ChainNode chain:
                return Chain(dot, chain, words, final);
            case IdentifierNode identifier:
                _node = identifier;
                return Call(dot, identifier.Function, command, words, final, Value.Nil);
            case PipeNode pipe:
                return RefuseArguments(words, final) ? Pipeline(dot, pipe) : Operand.Invalid;
            case VariableNode variable:
                return Variable(dot, variable, words, final);
        }

        _node = words[0];
        if (!RefuseArguments(words, final))
        {
            return Operand.Invalid;
        }

        return words[0] switch
        {
            BoolNode flag => Operand.Exact(flag.Value),
            DotNode => dot,
            NumberNode number => Number(number),
            StringNode text => Operand.Exact(text.Value),
            _ => Fail("nil is not a command"),
        };
    }

    private bool RefuseArguments(ReadOnlySpan<Node> words, Operand final)
    {
        if (words.Length <= 1 && final.IsAbsent)
        {
            return true;
        }

        Fail("can't give argument to non-function " + NodeText.Of(words[0]));
        return false;
    }

    private Operand Number(NumberNode number)
    {
        _node = number;
        return number.Ideal.IsNil ? Fail(number.Source + " overflows int") : Operand.Exact(number.Ideal);
    }

    private Operand Chain(Operand dot, ChainNode chain, ReadOnlySpan<Node> words, Operand final)
    {
        _node = chain;
        var receiver = Untyped(dot, chain.Receiver);
        return HasFailed ? receiver : Fields(dot, receiver, chain, chain.Fields, words, final);
    }

    private Operand Variable(Operand dot, VariableNode variable, ReadOnlySpan<Node> words, Operand final)
    {
        _node = variable;
        if (!_variables.TryGet(variable.Name, out var value))
        {
            return Fail("undefined variable: " + variable.Name);
        }

        if (variable.Fields.Length == 0)
        {
            return words.IsEmpty || RefuseArguments(words, final) ? value : Operand.Invalid;
        }

        return Fields(dot, value, variable, variable.Fields, words, final);
    }
}
