using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Injector.Injection.Tests.Reference;

/// <summary>Brings agent containers into a form in which equal meaning is equal text.</summary>
internal static partial class AgentContainerForm
{
    public static JsonObject Of(JsonObject container, IReadOnlyDictionary<string, string> rename)
    {
        var form = container.DeepClone().AsObject();
        form["volumeMounts"] = KeyedLists.Mounts(form["volumeMounts"], rename);
        form["env"] = KeyedLists.Environment(form["env"]);
        foreach (var side in (string[])["limits", "requests"])
        {
            if (form["resources"]?[side] is JsonObject quantities)
            {
                foreach (var (name, value) in quantities.ToArray())
                {
                    quantities[name] = Quantity(value);
                }
            }
        }

        if (form["lifecycle"] is JsonObject lifecycle && lifecycle.ContainsKey("preStop"))
        {
            lifecycle["preStop"] = PreStop(lifecycle["preStop"]);
        }

        form["start"] = Start(form);
        form.Remove("command");
        form.Remove("args");
        return DropEmpty(form)!.AsObject();
    }

    private static JsonObject Start(JsonObject container)
    {
        var command = container["command"];
        var line = container["args"] is JsonArray { Count: 1 } args && args[0] is JsonValue value && value.TryGetValue(out string? text)
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\"", string.Empty, StringComparison.Ordinal)
            : string.Empty;
        if (ShellLine().Match(line) is { Success: true } decoded)
        {
            return new JsonObject { ["decodes"] = decoded.Groups[1].Value, ["config"] = decoded.Groups[2].Value, ["shell"] = command?.DeepClone() };
        }

        return TouchLine().Match(line) is { Success: true } touched
            ? new JsonObject { ["touches"] = touched.Groups[1].Value, ["config"] = touched.Groups[2].Value, ["shell"] = command?.DeepClone() }
            : new JsonObject { ["command"] = command?.DeepClone(), ["args"] = container["args"]?.DeepClone() };
    }

    private static JsonNode? PreStop(JsonNode? hook)
    {
        if (hook?["exec"]?["command"] is not JsonArray { Count: 3 } command || HookLine().Match((string)command[2]!) is not { Success: true } match)
        {
            return hook?.DeepClone();
        }

        var flags = match.Groups[2].Value.Split(' ').Order(StringComparer.Ordinal).Select(flag => (JsonNode?)flag).ToArray();
        return new JsonObject { ["sleeps"] = match.Groups[1].Value, ["revokes_with"] = new JsonArray(flags) };
    }

    // In whole nano units, rounded away from zero.
    private static JsonNode? Quantity(JsonNode? value)
    {
        var match = QuantityForm().Match(value?.ToString() ?? string.Empty);
        if (!match.Success)
        {
            return value?.DeepClone();
        }

        var digits = match.Groups[2].Value;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        var number = BigInteger.Parse(digits.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 9);
        var exponent = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan[1..], CultureInfo.InvariantCulture) : 0;
        var suffix = match.Groups[4].Value;
        var binary = suffix.EndsWith('i');
        exponent += binary ? 0 : " numkMGTPE".IndexOf(suffix.Length == 0 ? 'x' : suffix[0], StringComparison.Ordinal) switch
        {
            1 => -9,
            2 => -6,
            3 => -3,
            4 => 3,
            5 => 6,
            6 => 9,
            7 => 12,
            8 => 15,
            9 => 18,
            _ => 0,
        };
        number *= binary ? BigInteger.Pow(1024, "KMGTPE".IndexOf(suffix[0], StringComparison.Ordinal) + 1) : 1;
        exponent -= scale;
        var nano = exponent >= 0 ? number * BigInteger.Pow(10, exponent) : (number + BigInteger.Pow(10, -exponent) - 1) / BigInteger.Pow(10, -exponent);
        return $"{(match.Groups[1].Value == "-" && !nano.IsZero ? "-" : string.Empty)}{nano}";
    }

    private static JsonNode? DropEmpty(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var kept = new JsonObject();
                foreach (var (name, value) in map)
                {
                    if (DropEmpty(value) is { } child && child is not JsonObject { Count: 0 } && child is not JsonArray { Count: 0 })
                    {
                        kept[name] = child;
                    }
                }

                return kept;
            case JsonArray list:
                return new JsonArray([.. list.Select(DropEmpty)]);
            default:
                return node?.DeepClone();
        }
    }

    [GeneratedRegex(@"^(?:echo|printf %s|printf '%s') \$\{VAULT_CONFIG:?\?[^}]*\} ?\| ?base64 (?:-d|--decode) ?> ?(\S+) && (?:exec )?(?:/bin/)?vault agent -config[= ](\S+)$")]
    private static partial Regex ShellLine();

    [GeneratedRegex(@"^touch (\S+) && (?:exec )?(?:/bin/)?vault agent -config[= ](\S+)$")]
    private static partial Regex TouchLine();

    [GeneratedRegex(@"^(?:/bin/)?sleep (\d+) && (?:/bin/)?vault token revoke (.*)$")]
    private static partial Regex HookLine();

    [GeneratedRegex(@"^([+-]?)([0-9]+\.?[0-9]*|\.[0-9]+)(?:([eE][+-]?[0-9]+)|([numkMGTPE]|[KMGTPE]i)?)$")]
    private static partial Regex QuantityForm();
}
