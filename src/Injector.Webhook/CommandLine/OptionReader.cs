using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.CommandLine;

/// <summary>Merges flags and environment and checks each value on its own. All faults are reported together.</summary>
internal static class OptionReader
{
    public static OptionValues Read(ReadOnlySpan<string> arguments, Func<string, string?> environment, ICollection<Diagnostic> faults)
    {
        var given = FlagReader.Read(arguments, faults);
        foreach (var option in WebhookOptionTable.All)
        {
            // An empty variable counts as absent, as with the reference injector; 'none' is how the environment empties an option.
            if (environment(option.Environment) is { Length: > 0 } text)
            {
                given[option] = new OptionValue(text, OptionSource.Environment);
            }

            if (given.TryGetValue(option, out var value) && IsUnset(option, value))
            {
                given[option] = value with { Text = string.Empty };
            }
        }

        var values = new OptionValues(given);
        foreach (var option in given.Keys)
        {
            if (OptionForm.Fault(option, values.Text(option)) is { } form)
            {
                faults.Add(Catalogue.Webhook.BadOptionValue.For(option.Name, values.NameOf(option), values.Text(option), form));
            }
        }

        return values;
    }

    private static bool IsUnset(WebhookOption option, OptionValue value) =>
        value.Text == WebhookOption.Unset && (value.Source == OptionSource.Environment || option.Kind == WebhookOptionKind.Quantity);
}
