using Injector.Contracts.Diagnostics;
using Injector.Contracts.Texts;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.CommandLine;

/// <summary>
/// Reads flags the way Go's flag package does: one or two dashes, <c>-flag=value</c> or <c>-flag value</c>, a boolean may stand alone.
/// Unlike there, a fault does not hide the ones behind it.
/// </summary>
internal static class FlagReader
{
    // The reference's chart passes a shell redirection as an argument; without a shell nobody takes it away.
    private const string StrayRedirection = "2>&1";

    private static readonly Dictionary<string, WebhookOption> ByFlag = WebhookOptionTable.All
        .Where(option => option.Flag is not null)
        .ToDictionary(option => option.Flag ?? string.Empty, StringComparer.Ordinal);

    public static Dictionary<WebhookOption, OptionValue> Read(ReadOnlySpan<string> arguments, ICollection<Diagnostic> faults)
    {
        var values = new Dictionary<WebhookOption, OptionValue>();
        while (!arguments.IsEmpty)
        {
            var argument = arguments[0];
            arguments = arguments[1..];
            if (argument is "--")
            {
                break;
            }

            if (argument is StrayRedirection or "")
            {
                continue;
            }

            if (argument is not ['-', _, ..])
            {
                faults.Add(Catalogue.Webhook.StrayArgument.For(argument, argument));
                continue;
            }

            ReadFlag(argument, ref arguments, values, faults);
        }

        return values;
    }

    private static void ReadFlag(string argument, ref ReadOnlySpan<string> rest, Dictionary<WebhookOption, OptionValue> values, ICollection<Diagnostic> faults)
    {
        var body = argument.AsSpan(argument.StartsWith("--", StringComparison.Ordinal) ? 2 : 1);
        var equals = body.IndexOf('=');
        var name = (equals < 0 ? body : body[..equals]).ToString();
        if (!ByFlag.TryGetValue(name, out var option))
        {
            faults.Add(Catalogue.Webhook.UnknownFlag.For($"-{name}", $"-{name}", Suggestion(name)));
            SkipValueOfUnknown(equals, ref rest);
            return;
        }

        if (equals >= 0)
        {
            values[option] = new OptionValue(body[(equals + 1)..].ToString(), OptionSource.Flag);
        }
        else if (option.Kind == WebhookOptionKind.Boolean)
        {
            // Go ends at the word behind a lone boolean flag and drops what follows; a boolean word there can only be meant as its value.
            var isValue = !rest.IsEmpty && GoBoolean.TryParse(rest[0], out _);
            values[option] = new OptionValue(isValue ? rest[0] : "true", OptionSource.Flag);
            rest = isValue ? rest[1..] : rest;
        }
        else if (rest.IsEmpty)
        {
            faults.Add(Catalogue.Webhook.FlagWithoutValue.For($"-{name}", $"-{name}"));
        }
        else
        {
            values[option] = new OptionValue(rest[0], OptionSource.Flag);
            rest = rest[1..];
        }
    }

    private static void SkipValueOfUnknown(int equals, ref ReadOnlySpan<string> rest)
    {
        if (equals < 0 && !rest.IsEmpty && rest[0] is not (['-', ..] or StrayRedirection))
        {
            rest = rest[1..];
        }
    }

    private static string Suggestion(string name)
    {
        var nearest = ByFlag.Keys.MinBy(known => EditDistance.Between(known, name));
        return nearest is not null && EditDistance.Between(nearest, name) <= 1 + (name.Length / 5) ? $"Did you mean '-{nearest}'? " : string.Empty;
    }
}
