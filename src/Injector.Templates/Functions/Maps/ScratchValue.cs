using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Maps;

/// <summary>A <c>*template.Scratch</c>: values that live as long as one pass over a template.</summary>
internal sealed class ScratchValue : ObjectValue
{
    public static readonly ScratchValue Instance = new();

    private static readonly FunctionDefinition[] Methods =
    [
        new("Key", [GoType.String], Bool, static call => BoolValue.From(call.Scope.Scratch.TryGet(call.Bytes(0), out _))),
        new("Get", [GoType.String], Any, static call => call.Scope.Scratch.TryGet(call.Bytes(0), out var value) ? value : Nil),
        new("Set", [GoType.String, Any], GoType.String, static call => Set(call, overwrites: true)),
        new("SetX", [GoType.String, Any], GoType.String, static call => Set(call, overwrites: false)),
        new("MapSet", [GoType.String, GoType.String, Any], GoType.String, static call => MapSet(call, overwrites: true)),
        new("MapSetX", [GoType.String, GoType.String, Any], GoType.String, static call => MapSet(call, overwrites: false)),
        new("MapValues", [GoType.String], List, static call => MapValues(call)),
    ];

    private ScratchValue()
    {
    }

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Pointer;

    /// <inheritdoc/>
    public override string TypeName => "*template.Scratch";

    /// <inheritdoc/>
    internal override bool HidesField(string name) => name is "once" or "values";

    /// <inheritdoc/>
    internal override bool TryGetMethod(string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = Array.Find(Methods, candidate => candidate.Name == name);
        return method is not null;
    }

    private static StringValue Set(FunctionCall call, bool overwrites)
    {
        if (overwrites || !call.Scope.Scratch.TryGet(call.Bytes(0), out _))
        {
            call.Scope.Scratch.Set(call.String(0), call[1]);
        }

        return StringValue.Empty;
    }

    private static Value MapSet(FunctionCall call, bool overwrites)
    {
        if (!call.Scope.Scratch.TryGet(call.Bytes(0), out var value))
        {
            value = MapValue.Create();
            call.Scope.Scratch.Set(call.String(0), value);
        }

        if (value is not MapValue { Type: Map, IsNilMap: false } map)
        {
            return call.Fail(GoQuote.Quote(call.Text(0)) + " is not a map");
        }

        if (Containment.Holds(call[2], map))
        {
            return call.Fail(Containment.Refusal);
        }

        if (overwrites || !map.TryGet(call.Bytes(1), out _))
        {
            map.Set(call.String(1), call[2]);
        }

        return StringValue.Empty;
    }

    private static ListValue MapValues(FunctionCall call) =>
        call.Scope.Scratch.TryGet(call.Bytes(0), out var value) && value is MapValue { Type: Map } map
            ? ListValue.Of(map.Values.ToArray())
            : ListValue.NilOf(List);
}
