using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>One entry of <c>env</c>.</summary>
internal sealed record VariableSpecification(string Name, string Value, VariableSource? Source)
{
    public static VariableSpecification Read(JsonElement variable) => new(
        variable.RequiredText("name"),
        variable.Text("value") ?? string.Empty,
        variable.Child("valueFrom") is { } source ? VariableSource.Read(source) : null);
}
