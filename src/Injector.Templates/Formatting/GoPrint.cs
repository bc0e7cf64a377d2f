using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <summary>The printing functions of Go's fmt package, for values.</summary>
internal static class GoPrint
{
    /// <summary>Arguments one after the other, with a blank between two that are both not texts.</summary>
    public static void Print(ByteBuffer buffer, ReadOnlySpan<Value> arguments) => Print(buffer, arguments, followPointers: false);

    /// <summary>The same, with what pointers point to in their place, as an action does.</summary>
    public static void PrintPointedTo(ByteBuffer buffer, ReadOnlySpan<Value> arguments) => Print(buffer, arguments, followPointers: true);

    private static void Print(ByteBuffer buffer, ReadOnlySpan<Value> arguments, bool followPointers)
    {
        var printer = new Printer(buffer);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0 && arguments[i] is not TextValue && arguments[i - 1] is not TextValue)
            {
                buffer.Append(' ');
            }

            if (followPointers && arguments[i] is ObjectValue subject)
            {
                printer.PrintPointedTo(subject);
            }
            else
            {
                printer.Print(arguments[i]);
            }
        }
    }

    /// <summary>Arguments with blanks between them and a line feed behind.</summary>
    public static void PrintLine(ByteBuffer buffer, ReadOnlySpan<Value> arguments)
    {
        var printer = new Printer(buffer);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
            {
                buffer.Append(' ');
            }

            printer.Print(arguments[i]);
        }

        buffer.Append('\n');
    }

    /// <summary>A value in its default form.</summary>
    public static StringValue Text(Value value)
    {
        if (value is StringValue text)
        {
            return text;
        }

        using var buffer = new ByteBuffer();
        new Printer(buffer).Print(value);
        return new StringValue(buffer.ToArray());
    }

    /// <summary>What <c>Sprintf</c> gives, for messages.</summary>
    public static string Format(string format, params ReadOnlySpan<Value> arguments)
    {
        using var buffer = new ByteBuffer();
        FormatString.Append(buffer, System.Text.Encoding.UTF8.GetBytes(format), arguments);
        return GoText.Decode(buffer.Written);
    }
}
