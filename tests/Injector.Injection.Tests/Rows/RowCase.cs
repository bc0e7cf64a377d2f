using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Rows;

/// <summary>One rule of the specification with a pod that shows it.</summary>
/// <param name="Row">The row's id, as listed in <see cref="SpecificationRows"/>.</param>
/// <param name="Rule">What holds.</param>
/// <param name="Pod">The pod.</param>
/// <param name="Check">Looks at the answer.</param>
internal sealed record RowCase(string Row, string Rule, JsonNode? Pod, Action<Answer> Check)
{
    public InjectionSettings Settings { get; init; } = Given.Compatible;

    public string Namespace { get; init; } = "app";

    public IReadOnlyDictionary<string, string> NamespaceAnnotations { get; init; } = new Dictionary<string, string>();

    public string Id => $"{Row} {Rule}";

    /// <summary>The value at a place is what is expected; null: absent.</summary>
    public static RowCase Gives(string row, string rule, JsonNode pod, string where, string? json) =>
        new(row, rule, pod, answer =>
        {
            Assert.True(answer.Result.IsAllowed, answer.Message);
            Assert.Equal(json, answer.At(where));
        });

    /// <summary>The pod is denied and the message begins and contains as the reference's does.</summary>
    public static RowCase Denies(string row, string rule, JsonNode? pod, string prefix, string words = "") =>
        new(row, rule, pod, answer =>
        {
            Assert.Equal(InjectionDecision.Denied, answer.Result.Decision);
            Assert.StartsWith(prefix, answer.Message, StringComparison.Ordinal);
            Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        });

    /// <summary>The pod is allowed with a warning of this code.</summary>
    public static RowCase Warns(string row, string rule, JsonNode pod, string code) =>
        new(row, rule, pod, answer =>
        {
            Assert.True(answer.Result.IsAllowed, answer.Message);
            Assert.Contains(code, answer.Codes);
        });
}
