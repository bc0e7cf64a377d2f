using System.Globalization;
using Injector.Contracts.Texts;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.CommandLine;

/// <summary>The merged values of all options. Reading a typed value is safe once <see cref="OptionReader"/> has reported no fault.</summary>
internal sealed class OptionValues
{
    private readonly Dictionary<WebhookOption, OptionValue> _given;

    public OptionValues(Dictionary<WebhookOption, OptionValue> given) => _given = given;

    public OptionValue this[WebhookOption option] => _given.GetValueOrDefault(option, new OptionValue(option.Default, OptionSource.Default));

    /// <summary>Whether a flag or the environment gave a value, be it an empty one.</summary>
    public bool IsGiven(WebhookOption option) => _given.ContainsKey(option);

    public string Text(WebhookOption option) => this[option].Text;

    public bool Boolean(WebhookOption option) => GoBoolean.TryParse(Text(option), out var value) && value;

    public TimeSpan Duration(WebhookOption option) => GoDuration.TryParse(Text(option), out var value) ? value : TimeSpan.Zero;

    public IReadOnlyList<string> List(WebhookOption option) => Text(option).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How a fault names the option: the way its value was given.</summary>
    public string NameOf(WebhookOption option) => this[option].Source == OptionSource.Environment || option.Flag is null
        ? option.Environment
        : string.Create(CultureInfo.InvariantCulture, $"-{option.Flag}");
}
