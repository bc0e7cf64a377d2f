using System.Globalization;
using Injector.Contracts.Texts;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.CommandLine;

/// <summary>Whether a value has the form its option asks for.</summary>
internal static class OptionForm
{
    /// <summary>Checks a value.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">Its value.</param>
    /// <returns>The form it should have, or null when it has it.</returns>
    public static string? Fault(WebhookOption option, string text)
    {
        if (text.Length == 0)
        {
            return FaultOfEmpty(option);
        }

        return option.Kind switch
        {
            WebhookOptionKind.Boolean => GoBoolean.TryParse(text, out _) ? null : GoBoolean.Form,
            WebhookOptionKind.Integer => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "a whole number, zero or more",
            WebhookOptionKind.UnixId => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "a number from 0 to 2147483647",
            WebhookOptionKind.Fraction => IsFraction(text) ? null : "a number from 0 to 1",
            WebhookOptionKind.Duration => GoDuration.TryParse(text, out var duration) && duration >= TimeSpan.Zero ? null : GoDuration.Form,
            WebhookOptionKind.Quantity => KubernetesQuantity.IsValid(text) ? null : KubernetesQuantity.Form,
            WebhookOptionKind.Choice => option.Choices.Contains(Normalized(option, text), StringComparer.Ordinal) ? null : $"one of {string.Join(", ", option.Choices)}",
            WebhookOptionKind.Endpoint => ListenAddress.TryParse(text, out _) ? null : ListenAddress.Form,
            WebhookOptionKind.Url => IsUrl(text) ? null : "an absolute http, https or unix URL",
            WebhookOptionKind.HttpPath => IsFreePath(text) ? null : "a path of its own such as '/metrics'",
            WebhookOptionKind.Pem => PemText.TryNormalize(text, out _) ? null : "PEM certificates, or base64 of them",
            _ => null,
        };
    }

    /// <summary>The words of most choices may be written in any case and with blanks around, as with the reference injector; those of the default template may not.</summary>
    public static string Normalized(WebhookOption option, string text) => option == WebhookOptionTable.DefaultTemplate ? text : text.Trim().ToLowerInvariant();

    private static string? FaultOfEmpty(WebhookOption option) => option.Kind switch
    {
        WebhookOptionKind.Boolean => GoBoolean.Form,
        WebhookOptionKind.Choice when option != WebhookOptionTable.LogLevel => $"one of {string.Join(", ", option.Choices)}",
        WebhookOptionKind.Endpoint when option.Default.Length > 0 => ListenAddress.Form,
        WebhookOptionKind.Duration when option.Default.Length > 0 => GoDuration.Form,
        _ => null,
    };

    private static bool IsFraction(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1;

    // On a path that is taken the metrics would never be seen.
    private static bool IsFreePath(string text) =>
        text is ['/', _, ..] && !text.AsSpan().ContainsAny(" ?#")
        && text is not (WebhookPaths.Mutate or WebhookPaths.ValidateWorkloads or WebhookPaths.Live or WebhookPaths.Ready);

    // $(HOST_IP) and the like are filled in by Kubernetes where the agent reads its configuration from a ConfigMap: no URL before that.
    private static bool IsUrl(string text) =>
        Uri.TryCreate(Filled(text), UriKind.Absolute, out var url)
        && (url.Scheme == "unix" ? url.AbsolutePath.Length > 1 : (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.Host.Length > 0);

    private static string Filled(string text) =>
        text.Contains("$(", StringComparison.Ordinal) ? text.Replace("$(", string.Empty, StringComparison.Ordinal).Replace(")", string.Empty, StringComparison.Ordinal) : text;
}
