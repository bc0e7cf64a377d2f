using Injector.Templates.Calling;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <content>Arguments, converted to what the parameter wants.</content>
internal sealed partial class Evaluator
{
    private Operand Argument(Operand dot, GoType type, Node node)
    {
        _node = node;
        switch (node)
        {
            case NilNode:
                return GoTypeNames.AcceptsNil(type) ? NilOf(type) : Fail("cannot assign nil to " + GoTypeNames.NameOf(type));
            case DotNode or FieldNode or VariableNode or PipeNode or IdentifierNode or ChainNode:
                var value = Untyped(dot, node);
                return HasFailed ? value : Validate(value, type);
            default:
                return Literal(type, node);
        }
    }

    // The value of an operand that is not a literal, whatever its type.
    private Operand Untyped(Operand dot, Node node)
    {
        _node = node;
        switch (node)
        {
            case FieldNode field:
                return Fields(dot, dot, field, field.Fields, default, default);
            case VariableNode variable:
                return Variable(dot, variable, default, default);
            case PipeNode pipe:
                return Pipeline(dot, pipe);
            case IdentifierNode identifier:
                return Call(dot, identifier.Function, identifier, default, default, Value.Nil);
            case ChainNode chain:
                return Chain(dot, chain, default, default);
            default:
                return dot;
        }
    }

    private Operand Literal(GoType type, Node node) => (type, node) switch
    {
        (GoType.Any or GoType.Reflected, NumberNode number) => Number(number),
        (GoType.Any or GoType.Reflected or GoType.String, StringNode text) => Operand.Exact(text.Value),
        (GoType.Any or GoType.Reflected or GoType.Bool, BoolNode flag) => Operand.Exact(flag.Value),
        (GoType.Int, NumberNode { Constant.Int: { } integer }) => Operand.Exact(IntegerValue.Int(integer)),
        (GoType.Int64, NumberNode { Constant.Int: { } integer }) => Operand.Exact(IntegerValue.Int64(integer)),
        (GoType.UInt32, NumberNode { Constant.Uint: { } integer }) => Operand.Exact(IntegerValue.UInt32(unchecked((uint)integer))),
        (GoType.UInt64, NumberNode { Constant.Uint: { } integer }) => Operand.Exact(IntegerValue.UInt64(integer)),
        (GoType.Float64, NumberNode { Constant.Float: { } real }) => Operand.Exact(new FloatValue(real)),
        (GoType.String, _) => Fail("expected string; found " + NodeText.Of(node)),
        (GoType.Bool, _) => Fail("expected bool; found " + NodeText.Of(node)),
        (GoType.Int or GoType.Int64, _) => Fail("expected integer; found " + NodeText.Of(node)),
        (GoType.UInt32 or GoType.UInt64, _) => Fail("expected unsigned integer; found " + NodeText.Of(node)),
        (GoType.Float64, _) => Fail("expected float; found " + NodeText.Of(node)),
        _ => Fail($"can't handle {NodeText.Of(node)} for arg of type {GoTypeNames.NameOf(type)}"),
    };

    private Operand Validate(Operand operand, GoType type)
    {
        if (operand.IsInvalid)
        {
            return GoTypeNames.AcceptsNil(type) ? NilOf(type) : Fail("invalid value; expected " + GoTypeNames.NameOf(type));
        }

        if (type is GoType.Any or GoType.Reflected || HasType(operand.Value, type))
        {
            return operand;
        }

        var got = operand.Value.IsNil ? operand.TypeName : operand.Value.TypeName;
        return Fail($"wrong type for value; expected {GoTypeNames.NameOf(type)}; got {got}");
    }

    private static bool HasType(Value value, GoType type) => value switch
    {
        StringValue => type == GoType.String,
        BoolValue => type == GoType.Bool,
        IntegerValue integer => type == integer.Type switch
        {
            IntegerType.Int => GoType.Int,
            IntegerType.Int64 => GoType.Int64,
            IntegerType.UInt32 => GoType.UInt32,
            IntegerType.UInt64 => GoType.UInt64,
            _ => GoType.Any,
        },
        FloatValue => type == GoType.Float64,
        ListValue list => type == list.Type,
        MapValue map => type == map.Type,
        AnyMapValue => type == GoType.AnyMap,
        ChannelValue => type == GoType.Channel,
        ObjectValue subject => string.Equals(subject.TypeName, GoTypeNames.NameOf(type), StringComparison.Ordinal),
        _ => false,
    };

    private static Operand NilOf(GoType type) => type switch
    {
        GoType.Any => Operand.Interface(Value.Nil),
        GoType.List or GoType.StringList or GoType.IntList or GoType.ListOfLists => Operand.Exact(ListValue.NilOf(type)),
        GoType.Map or GoType.StringMap => Operand.Exact(MapValue.NilOf(type)),
        GoType.AnyMap => Operand.Exact(new AnyMapValue()),
        _ => Operand.Invalid,
    };
}
