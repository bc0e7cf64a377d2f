using Injector.Templates.Values;

namespace Injector.Templates.Calling;

/// <summary>
/// A function a template can call: its name, the types of its parameters, the type of its result, and its code.
/// </summary>
/// <remarks>
/// <para>
/// <b>Writing one.</b> Definitions stand in static arrays, one class per group, which <c>FunctionLibrary</c> collects. With
/// <c>using static Injector.Templates.Values.GoType;</c> a function is one entry:
/// </para>
/// <code>
/// internal static class TextFunctions
/// {
///     public static readonly FunctionDefinition[] All =
///     [
///         new("trimPrefix", [String, String], String, static call => TrimPrefix(call.Bytes(0), call.String(1))),
///         new("env", [String], String, static call =>
///             call.Scope.Host.TryGetEnvironment(call.Text(0), out var text) ? StringValue.From(text) : StringValue.Empty),
///         FunctionDefinition.Variadic("sprig_list", [Any], List, static call => ListValue.Of(call.ToArray())),
///         new("parseBool", [String], Bool, static call => Parse(call)),
///     ];
/// }
/// </code>
/// <para>
/// <b>Parameters.</b> Declare each with its Go type. The evaluator counts and converts the arguments before the code runs and gives Go's texts for
/// mistakes (<c>wrong number of args for split: want 2 got 1</c>, <c>wrong type for value; expected string; got int</c>, <c>expected integer; found 2.5</c>,
/// …), so the code never checks types of declared parameters. For <see cref="GoType.Any"/> it gets the value itself, <see cref="Value.Nil"/> for nothing.
/// A nil for a list or map parameter arrives as the nil list or nil map of that type. The last parameter type of a
/// <see cref="Variadic"/> function may occur any number of times, also not at all.
/// </para>
/// <para>
/// <b>Results.</b> Declare the Go result type; <see cref="GoType.Any"/> when the Go function returns <c>interface {}</c>. Return
/// <see cref="Value.Nil"/> for nil, <see cref="ListValue.NilOf"/> and <see cref="MapValue.NilOf"/> for typed nils. Share and reuse values freely: they are
/// immutable. Text results are bytes: build them in <c>call.Scope.NewBuffer()</c> and return <c>call.Finish(buffer)</c>, which enforces
/// the limit for texts; never through UTF-16 unless the function is defined on ASCII.
/// </para>
/// <para>
/// <b>Errors.</b> <c>return call.Fail("message")</c>. The engine puts <c>error calling NAME: </c> and the position in front. No exceptions.
/// </para>
/// <para>
/// <b>Context.</b> <see cref="FunctionCall.Scope"/> is the running template: the host (environment, clock, chance), dependencies (<c>TryRecall</c> records
/// what is used and what is missing), the scratch map, file writes, options and limits. <c>call.ExecuteTemplate</c> runs a defined template.
/// </para>
/// <para>
/// <b>Changing maps.</b> A function that changes a map argument (<c>sprig_set</c>, <c>mergeMap</c> …) has <see cref="FunctionTraits.ChangesArguments"/>; the
/// engine then hands the template copies of the host's maps, so <see cref="MapValue.Set(StringValue, Value)"/> on an argument is safe.
/// </para>
/// <para>
/// <b>Methods</b> of objects (<c>scratch.Set</c>) are definitions too: override <c>ObjectValue.TryGetMethod</c>, keep them in a static table, and cast
/// <see cref="FunctionCall.Receiver"/>.
/// </para>
/// </remarks>
internal sealed class FunctionDefinition
{
    /// <summary>Defines a function with a fixed number of parameters.</summary>
    public FunctionDefinition(string name, GoType[] parameters, GoType result, FunctionBody body)
        : this(name, parameters, FunctionArity.Fixed, result, body)
    {
    }

    private FunctionDefinition(string name, GoType[] parameters, FunctionArity arity, GoType result, FunctionBody body)
    {
        Name = name;
        Parameters = parameters;
        Arity = arity;
        Result = result;
        Body = body;
    }

    /// <summary>The name templates use.</summary>
    public string Name { get; }

    /// <summary>The parameter types; for variadic functions the last one repeats.</summary>
    public GoType[] Parameters { get; }

    /// <summary>Whether the last parameter repeats.</summary>
    public FunctionArity Arity { get; }

    /// <summary>The result type.</summary>
    public GoType Result { get; }

    /// <summary>The code.</summary>
    public FunctionBody Body { get; }

    /// <summary>What else the engine has to know.</summary>
    public FunctionTraits Traits { get; init; }

    /// <summary>How many parameters there are before the repeating one.</summary>
    public int FixedCount => Arity == FunctionArity.Variadic ? Parameters.Length - 1 : Parameters.Length;

    /// <summary>Defines a function whose last parameter may occur any number of times.</summary>
    public static FunctionDefinition Variadic(string name, GoType[] parameters, GoType result, FunctionBody body, FunctionTraits traits = FunctionTraits.None) =>
        new(name, parameters, FunctionArity.Variadic, result, body) { Traits = traits };

    /// <summary>The type of the parameter that the argument at <paramref name="index"/> belongs to.</summary>
    public GoType ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];
}
