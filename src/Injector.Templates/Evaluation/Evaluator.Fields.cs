using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <content>Fields, map elements and methods.</content>
internal sealed partial class Evaluator
{
    // Only the last name gets the arguments: it may be a method.
    private Operand Fields(Operand dot, Operand receiver, Node node, FieldName[] names, ReadOnlySpan<Node> words, Operand final)
    {
        for (var i = 0; i < names.Length - 1 && !HasFailed; i++)
        {
            receiver = Field(dot, receiver, node, names[i], default, default);
        }

        return HasFailed ? receiver : Field(dot, receiver, node, names[^1], words, final);
    }

    private Operand Field(Operand dot, Operand receiver, Node node, FieldName name, ReadOnlySpan<Node> words, Operand final)
    {
        if (receiver.IsInvalid)
        {
            return _scope.Options.MissingKey == MissingKey.Error
                ? Fail("nil data; no entry for key " + GoQuote.Quote(name.Text))
                : Operand.Invalid;
        }

        var hasArguments = words.Length > 1 || !final.IsAbsent;
        switch (receiver.Value)
        {
            case MapValue map:
                return hasArguments ? RefuseField(name) : Element(map, name);
            case AnyMapValue map:
                return hasArguments ? RefuseField(name) : Element(map, name);
            case NilValue:
                return Fail($"nil pointer evaluating {receiver.TypeName}.{name.Text}");
            case NilPointerValue pointer when pointer.HasField(name.Text):
                return Fail($"nil pointer evaluating {receiver.TypeName}.{name.Text}");
            case ObjectValue subject:
                return Member(dot, receiver, subject, node, name, words, final);
            case NumberTextValue number when NumberTextMethods.TryFind(name.Text, out var method):
                return Call(dot, method, node, words, final, number);
            case IntegerValue integer when NamedInteger.TryFindMethod(integer.Type, name.Text, out var method):
                return Call(dot, method, node, words, final, integer);
            default:
                return Fail($"can't evaluate field {name.Text} in type {receiver.TypeName}");
        }
    }

    private Operand Member(
        Operand dot, Operand receiver, ObjectValue subject, Node node, FieldName name, ReadOnlySpan<Node> words, Operand final)
    {
        if (subject.TryGetMethod(name.Text, out var method))
        {
            return Call(dot, method, node, words, final, subject);
        }

        if (!subject.TryGetField(name.Text, out var value))
        {
            return Fail(subject.HidesField(name.Text)
                ? $"{name.Text} is an unexported field of struct type {receiver.TypeName}"
                : $"can't evaluate field {name.Text} in type {receiver.TypeName}");
        }

        return words.Length > 1 || !final.IsAbsent
            ? Fail($"{name.Text} has arguments but cannot be invoked as function")
            : Operand.Exact(value);
    }

    private Operand RefuseField(FieldName name) => Fail($"{name.Text} is not a method but has arguments");

    private Operand Element(MapValue map, FieldName name)
    {
        if (map.TryGet(name.Key.Span, out var value))
        {
            return new Operand(value, map.ElementsAreAny);
        }

        return MissingElement(name, map.ElementsAreAny ? Operand.Interface(Value.Nil) : Operand.Exact(StringValue.Empty));
    }

    private Operand Element(AnyMapValue map, FieldName name) =>
        map.TryGet(name.Key, out var value) ? Operand.Interface(value) : MissingElement(name, Operand.Interface(Value.Nil));

    private Operand MissingElement(FieldName name, Operand zero) => _scope.Options.MissingKey switch
    {
        MissingKey.Zero => zero,
        MissingKey.Nothing => Operand.Invalid,
        _ => Fail("map has no entry for key " + GoQuote.Quote(name.Text)),
    };
}
