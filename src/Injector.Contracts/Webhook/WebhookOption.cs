namespace Injector.Contracts.Webhook;

/// <summary>
/// One setting of the webhook process. The parser, <c>docs/reference/webhook.md</c> and the chart are derived from these values, so a name,
/// a default or a meaning stands nowhere else.
/// </summary>
public sealed record WebhookOption
{
    /// <summary>What every environment name begins with.</summary>
    public const string EnvironmentPrefix = "AGENT_INJECT_";

    /// <summary>As an environment value: the option is unset, whatever its flag or default says.</summary>
    public const string Unset = "none";

    /// <summary>The flag without dashes, for example <c>tls-cert-file</c>; null for an option that has no flag.</summary>
    public string? Flag { get; init; }

    /// <summary>The full name of the environment variable, for example <c>AGENT_INJECT_TLS_CERT_FILE</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>What the value must look like.</summary>
    public required WebhookOptionKind Kind { get; init; }

    /// <summary>The value when neither flag nor environment gives one. Empty: not set.</summary>
    public string Default { get; init; } = string.Empty;

    /// <summary>The words of a <see cref="WebhookOptionKind.Choice"/>, in the order of the documentation.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>One or two sentences for the documentation and <c>-help</c>.</summary>
    public required string Meaning { get; init; }

    /// <summary>Heading under which the documentation lists it.</summary>
    public required string Group { get; init; }

    /// <summary>Whether the reference injector has the same option. False: it is ours.</summary>
    public bool IsInReference { get; init; } = true;

    /// <summary>How people write it: the flag with one dash, or the environment name when there is no flag.</summary>
    public string Name => Flag is null ? Environment : $"-{Flag}";
}
