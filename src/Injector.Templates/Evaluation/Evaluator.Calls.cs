using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Builtins;
using Injector.Templates.Calling;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <content>Calls of functions and methods.</content>
internal sealed partial class Evaluator
{
    private Operand[] _operands = new Operand[16];
    private int _operandCount;

    // words[0] is the function itself; there are no words where a name stands alone as an argument.
    private Operand Call(Operand dot, FunctionDefinition function, Node node, ReadOnlySpan<Node> words, Operand final, Value receiver)
    {
        var arguments = words.IsEmpty ? words : words[1..];
        var count = arguments.Length + (final.IsAbsent ? 0 : 1);
        if (!CheckCount(function, arguments.Length, count))
        {
            return Operand.Invalid;
        }

        if (LogicFunctions.IsShortCircuit(function))
        {
            return ShortCircuit(dot, function, arguments, final);
        }

        var bottom = _operandCount;
        for (var i = 0; i < arguments.Length; i++)
        {
            PushOperand(Argument(dot, function.ParameterAt(i), arguments[i]));
            if (HasFailed)
            {
                return Operand.Invalid;
            }
        }

        if (!final.IsAbsent)
        {
            PushOperand(Validate(final, function.ParameterAt(count - 1)));
            if (HasFailed)
            {
                return Operand.Invalid;
            }
        }

        var result = ReferenceEquals(function, CallFunction.Definition)
            ? Refuse(node, function, CallFunction.Explain(_operands[bottom], arguments), Catalogue.Templates.Execution)
            : Invoke(function, node, _operands.AsSpan(bottom, count), receiver);
        _operandCount = bottom;
        return result;
    }

    private Operand Invoke(FunctionDefinition function, Node node, ReadOnlySpan<Operand> arguments, Value receiver)
    {
        var value = function.Body(new FunctionCall(arguments, _scope, receiver));
        if (_scope.Failure is { } failure)
        {
            var descriptor = _scope.FailureDescriptor;
            _scope.Failure = null;
            _scope.FailureDescriptor = Catalogue.Templates.Execution;
            return Refuse(node, function, failure, descriptor);
        }

        if (IsTooLarge(value))
        {
            return Refuse(node, function, "the result is larger than the limits allow", Catalogue.Templates.OutputLimit);
        }

        return new Operand(value, function.Result == GoType.Any);
    }

    // Texts and lists can be doubled again and again: stop before the memory ends.
    private bool IsTooLarge(Value value) => value switch
    {
        TextValue text => text.Length > _outputLimit,
        ListValue list => list.Count > _scope.Limits.Iterations,
        MapValue map => map.Count > _scope.Limits.Iterations,
        _ => false,
    };

    private Operand Refuse(Node node, FunctionDefinition function, string failure, DiagnosticDescriptor descriptor)
    {
        _node = node;
        return Fail($"error calling {function.Name}: {failure}", descriptor);
    }

    private bool CheckCount(FunctionDefinition function, int written, int count)
    {
        string? wanted = null;
        var got = count;
        if (function.Arity == FunctionArity.Variadic)
        {
            if (count < function.FixedCount)
            {
                wanted = "at least " + function.FixedCount.ToString(CultureInfo.InvariantCulture);
                got = written;
            }
        }
        else if (count != function.FixedCount)
        {
            wanted = function.FixedCount.ToString(CultureInfo.InvariantCulture);
        }

        if (wanted is not null)
        {
            Fail($"wrong number of args for {function.Name}: want {wanted} got {got.ToString(CultureInfo.InvariantCulture)}");
        }

        return wanted is null;
    }

    private Operand ShortCircuit(Operand dot, FunctionDefinition function, ReadOnlySpan<Node> arguments, Operand final)
    {
        var value = Operand.Invalid;
        foreach (var argument in arguments)
        {
            value = Argument(dot, GoType.Reflected, argument);
            if (HasFailed || Truth.Of(value.Value) == LogicFunctions.StopsAt(function))
            {
                return value;
            }
        }

        return final.IsAbsent ? value : Validate(final, GoType.Reflected);
    }

    private void PushOperand(Operand operand)
    {
        if (_operandCount == _operands.Length)
        {
            Array.Resize(ref _operands, _operandCount * 2);
        }

        _operands[_operandCount++] = operand;
    }
}
