using System.Runtime.CompilerServices;
using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <summary>
/// Prints values as Go's fmt package does. This part chooses the form by verb and type; the others print numbers, texts and structures.
/// </summary>
internal sealed partial class Printer(ByteBuffer buffer)
{
    private const string NilText = "<nil>";

    private FormatFlags _flags;

    /// <summary>While a value is shown behind a verb that does not fit it: its own text is not asked for then.</summary>
    private bool _isErroring;

    /// <summary>Prints <paramref name="value"/> in its default form.</summary>
    public void Print(Value value)
    {
        // The two most frequent cases need no machinery.
        if (value is TextValue text)
        {
            buffer.Append(text.Span);
            return;
        }

        _flags = default;
        PrintArgument(value, 'v');
    }

    /// <summary>Prints <paramref name="value"/> with a verb and the flags that were set.</summary>
    public void Print(Value value, int verb, FormatFlags flags)
    {
        _flags = flags;
        PrintArgument(value, verb);
    }

    private void PrintArgument(Value value, int verb)
    {
        if (value.IsNil)
        {
            PrintNil(verb);
            return;
        }

        if (verb == 'T')
        {
            PrintText(value.TypeName);
            return;
        }

        if (verb == 'p')
        {
            PrintPointer(value, verb);
            return;
        }

        // The verb for wrapped errors is wrong for a structure as a whole, not for each of its elements.
        if (verb == 'w')
        {
            BadVerb(value, verb);
            return;
        }

        PrintValue(value, verb, 0);
    }

    private void PrintNil(int verb)
    {
        if (verb is 'T' or 'v')
        {
            Pad(NilText);
        }
        else
        {
            BadVerb(Value.Nil, verb);
        }
    }

    private void PrintValue(Value value, int verb, int depth)
    {
        // Functions can make values that nest without end or contain themselves.
        if (buffer.Overflowed || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            buffer.Abandon();
            return;
        }

        switch (value)
        {
            case NilValue:
                PrintNestedNil();
                break;
            case BoolValue flag:
                PrintBool(flag, verb);
                break;
            case IntegerValue integer:
                PrintInteger(integer, verb);
                break;
            case FloatValue number:
                PrintFloat(number, number.Number, verb);
                break;
            case ComplexValue complex:
                PrintComplex(complex, verb);
                break;
            case TextValue text:
                PrintString(text, text.Span, verb);
                break;
            case ListValue list:
                PrintList(list, verb, depth);
                break;
            case MapValue map:
                PrintMap(map, verb, depth);
                break;
            case AnyMapValue map:
                PrintMap(map, verb, depth);
                break;
            case ObjectValue subject:
                PrintObject(subject, verb, depth);
                break;
            default:
                PrintPointer(value, verb);
                break;
        }
    }

    // A nil inside a list or map is printed alike for every verb, and without padding.
    private void PrintNestedNil() => buffer.Append(_flags.SharpV ? "interface {}(nil)" : NilText);

    private void PrintBool(BoolValue value, int verb)
    {
        if (verb is 't' or 'v')
        {
            Pad(value.IsTrue ? "true" : "false");
        }
        else
        {
            BadVerb(value, verb);
        }
    }

    private void BadVerb(Value value, int verb)
    {
        buffer.Append("%!");
        AppendVerb(verb);
        buffer.Append('(');
        if (value.IsNil)
        {
            buffer.Append(NilText);
        }
        else
        {
            buffer.Append(value.TypeName);
            buffer.Append('=');
            _isErroring = true;
            PrintArgument(value, 'v');
            _isErroring = false;
        }

        buffer.Append(')');
    }

    private void AppendVerb(int verb) => buffer.Append(new System.Text.Rune(verb));
}
