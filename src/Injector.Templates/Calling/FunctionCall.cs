using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Formatting;
using Injector.Templates.Rendering;
using Injector.Templates.Values;

namespace Injector.Templates.Calling;

/// <summary>One call of a function: its arguments, already of the declared types, and where it runs. See <see cref="FunctionDefinition"/>.</summary>
internal readonly ref struct FunctionCall
{
    private readonly ReadOnlySpan<Operand> _arguments;

    public FunctionCall(ReadOnlySpan<Operand> arguments, RenderScope scope, Value receiver)
    {
        _arguments = arguments;
        Scope = scope;
        Receiver = receiver;
    }

    /// <summary>The running template.</summary>
    public RenderScope Scope { get; }

    /// <summary>For methods: the object it was called on. Otherwise nothing.</summary>
    public Value Receiver { get; }

    /// <summary>Number of arguments.</summary>
    public int Count => _arguments.Length;

    /// <summary>The arguments with their static types; only the language's own functions need them.</summary>
    public ReadOnlySpan<Operand> Operands => _arguments;

    /// <summary>The argument at <paramref name="index"/>.</summary>
    public Value this[int index] => _arguments[index].Value;

    /// <summary>A string argument.</summary>
    public StringValue String(int index) => (StringValue)_arguments[index].Value;

    /// <summary>The bytes of a string argument.</summary>
    public ReadOnlySpan<byte> Bytes(int index) => String(index).Span;

    /// <summary>A string argument as UTF-16: for names and messages only.</summary>
    public string Text(int index) => String(index).Decode();

    /// <summary>An argument of a whole number type.</summary>
    public long Integer(int index) => ((IntegerValue)_arguments[index].Value).Signed;

    /// <summary>A float64 argument.</summary>
    public double Float(int index) => ((FloatValue)_arguments[index].Value).Number;

    /// <summary>A bool argument.</summary>
    public bool Bool(int index) => ((BoolValue)_arguments[index].Value).IsTrue;

    /// <summary>An argument of a list type.</summary>
    public ListValue List(int index) => (ListValue)_arguments[index].Value;

    /// <summary>An argument of a map type with text keys.</summary>
    public MapValue Map(int index) => (MapValue)_arguments[index].Value;

    /// <summary>The values from <paramref name="start"/> on, as an array of their own.</summary>
    public Value[] ToArray(int start = 0)
    {
        var rest = _arguments[start..];
        var values = new Value[rest.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = rest[i].Value;
        }

        return values;
    }

    /// <summary>Ends the call, and with it the rendering, with an error.</summary>
    /// <param name="message">What went wrong; the engine adds the function's name and the position.</param>
    /// <returns>Something to return from the function; it is not used.</returns>
    public Value Fail(string message)
    {
        Scope.Failure = message;
        return Value.Nil;
    }

    /// <summary>Like <see cref="Fail(string)"/>, for a limit that has a catalogue entry of its own.</summary>
    public Value Fail(string message, DiagnosticDescriptor descriptor)
    {
        Scope.FailureDescriptor = descriptor;
        return Fail(message);
    }

    /// <summary>The text in <paramref name="buffer"/>; fails when it went beyond the limit for texts.</summary>
    /// <param name="buffer">From <see cref="RenderScope.NewBuffer"/>.</param>
    public Value Finish(ByteBuffer buffer)
    {
        if (!buffer.Overflowed && buffer.Length <= Scope.Limits.OutputBytes)
        {
            return StringValue.Copy(buffer.Written);
        }

        var limit = Scope.Limits.OutputBytes.ToString(CultureInfo.InvariantCulture);
        return Fail($"the text is larger than {limit} bytes", Catalogue.Templates.OutputLimit);
    }

    /// <summary>Runs the template defined as <paramref name="name"/> and gives its output; when it fails, so does this call.</summary>
    public Value ExecuteTemplate(string name, Value dot) =>
        Scope.Templates is { } templates ? templates.Execute(this, name, dot) : Value.Nil;
}
