using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Policies;

/// <summary>What a rule says about the parameters of a write: names, and for each the values (none: any value).</summary>
internal sealed record ParameterRules
{
    public static ParameterRules None { get; } = new();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Denied { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Puts the rules of two policies for the same path together.</summary>
    public ParameterRules Merge(ParameterRules other) => new()
    {
        // A policy that allows the path without naming parameters allows them all.
        Allowed = Allowed.Count == 0 || other.Allowed.Count == 0 ? new Dictionary<string, IReadOnlyList<string>>() : Union(Allowed, other.Allowed),
        Denied = Union(Denied, other.Denied),
        Required = [.. Required.Union(other.Required)],
    };

    public bool Permit(JsonObject parameters) =>
        Required.All(name => parameters.ContainsKey(name.ToLowerInvariant()))
        && parameters.All(item => !IsDenied(item.Key, item.Value) && IsAllowed(item.Key, item.Value));

    private static Dictionary<string, IReadOnlyList<string>> Union(
        IReadOnlyDictionary<string, IReadOnlyList<string>> one,
        IReadOnlyDictionary<string, IReadOnlyList<string>> other) =>
        one.Concat(other).GroupBy(static item => item.Key).ToDictionary(
            static group => group.Key,
            static group => group.Any(static item => item.Value.Count == 0) ? (IReadOnlyList<string>)[] : [.. group.SelectMany(static item => item.Value)]);

    private static bool Matches(IReadOnlyList<string> values, JsonNode? value) => values.Count == 0 || values.Any(pattern => MatchesOne(pattern, value?.ToString() ?? string.Empty));

    private static bool MatchesOne(string pattern, string value) => (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
    {
        (true, true) when pattern.Length > 1 => value.Contains(pattern[1..^1], StringComparison.Ordinal),
        (true, _) => value.EndsWith(pattern[1..], StringComparison.Ordinal),
        (_, true) => value.StartsWith(pattern[..^1], StringComparison.Ordinal),
        _ => value == pattern,
    };

    private bool IsDenied(string name, JsonNode? value) =>
        Denied.ContainsKey("*") || (Denied.TryGetValue(name.ToLowerInvariant(), out var values) && Matches(values, value));

    private bool IsAllowed(string name, JsonNode? value) =>
        Allowed.Count == 0
        || (Allowed.TryGetValue(name.ToLowerInvariant(), out var values) ? Matches(values, value) : Allowed.ContainsKey("*"));
}
