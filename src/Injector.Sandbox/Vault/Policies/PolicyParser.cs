using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Policies;

/// <summary>Reads a policy's text, HCL or JSON.</summary>
internal static class PolicyParser
{
    private static readonly string[] TopKeys = ["name", "path"];

    private static readonly string[] RuleKeys =
    [
        "comment", "policy", "capabilities", "allowed_parameters", "denied_parameters", "required_parameters",
        "min_wrapping_ttl", "max_wrapping_ttl", "subscribe_event_types", "list_scan_response_keys_filter_path", "pagination_limit", "control_group", "mfa_methods",
    ];

    /// <summary>Reads a text.</summary>
    /// <returns>The policy, or what is wrong with it.</returns>
    public static (Policy? Policy, string? Fault) Parse(string name, string text)
    {
        var (document, fault) = text.AsSpan().TrimStart().StartsWith("{") ? ParseJson(text) : HclDocument.Parse(text);
        if (document is null)
        {
            return (null, $"failed to parse policy: {fault}");
        }

        if (document.Select(static item => item.Key).FirstOrDefault(static key => !TopKeys.Contains(key)) is { } unknown)
        {
            return (null, $"failed to parse policy: invalid key \"{unknown}\"");
        }

        var rules = new List<PolicyRule>();
        foreach (var (path, body) in Blocks(document["path"]))
        {
            var (rule, ruleFault) = ReadRule(path, body);
            if (rule is null)
            {
                return (null, $"failed to parse policy: {ruleFault}");
            }

            rules.Add(rule);
        }

        return (new Policy(name, text, rules), null);
    }

    private static (JsonObject? Document, string? Fault) ParseJson(string text)
    {
        try
        {
            return (JsonNode.Parse(text)?.AsObject(), null);
        }
        catch (JsonException error)
        {
            return (null, error.Message);
        }
    }

    private static IEnumerable<(string Path, JsonObject Body)> Blocks(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Blocks),
        JsonObject map => map.SelectMany(static item => item.Value switch
        {
            JsonArray bodies => bodies.OfType<JsonObject>().Select(body => (item.Key, body)),
            JsonObject body => [(item.Key, body)],
            _ => [],
        }),
        _ => [],
    };

    private static (PolicyRule? Rule, string? Fault) ReadRule(string path, JsonObject body)
    {
        if (path.Contains("+*", StringComparison.Ordinal))
        {
            return (null, $"path \"{path}\": invalid use of wildcards ('+*' is forbidden)");
        }

        if (body.Select(static item => item.Key).FirstOrDefault(static key => !RuleKeys.Contains(key)) is { } unknown)
        {
            return (null, $"path \"{path}\": invalid key \"{unknown}\"");
        }

        var fields = new FieldReader(body, new Dictionary<string, string>());
        var capabilities = Capabilities.None;
        foreach (var name in fields.Texts("capabilities"))
        {
            if (CapabilityNames.Parse(name) is not { } one)
            {
                return (null, $"path \"{path}\": invalid capability \"{name}\"");
            }

            capabilities |= one;
        }

        if (fields.Text("policy") is { Length: > 0 } shorthand)
        {
            if (CapabilityNames.ParseShorthand(shorthand) is not { } several)
            {
                return (null, $"path \"{path}\": invalid policy \"{shorthand}\"");
            }

            capabilities |= several;
        }

        return (new PolicyRule(path.TrimStart('/'), capabilities.HasFlag(Capabilities.Deny) ? Capabilities.Deny : capabilities)
        {
            Parameters = new ParameterRules
            {
                Allowed = Values(fields.Object("allowed_parameters")),
                Denied = Values(fields.Object("denied_parameters")),
                Required = fields.Texts("required_parameters"),
            },
            MinWrappingTtl = fields.Duration("min_wrapping_ttl"),
            MaxWrappingTtl = fields.Duration("max_wrapping_ttl"),
        }, null);
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(JsonObject? parameters) => (parameters ?? []).ToDictionary(
        static item => item.Key.ToLowerInvariant(),
        static item => item.Value is JsonArray list ? (IReadOnlyList<string>)[.. list.Select(static value => value?.ToString() ?? string.Empty)] : []);
}
