namespace Injector.Contracts.Webhook;

/// <summary>Every setting of the webhook process, one property each; the files of this class follow the groups of the documentation.</summary>
public static partial class WebhookOptionTable
{
    // Filled on first use: the initialisers of the other files of this class must have run.
    /// <summary>All options in the order of the documentation.</summary>
    public static IReadOnlyList<WebhookOption> All => field ??= [.. Server, .. Certificates, .. Vault, .. Agents, .. Monitoring];

    private static WebhookOption Define(string group, string flag, WebhookOptionKind kind, string fallback, string meaning, string? suffix = null) => new()
    {
        Group = group,
        Flag = flag,
        Environment = WebhookOption.EnvironmentPrefix + (suffix ?? flag.ToUpperInvariant().Replace('-', '_')),
        Kind = kind,
        Default = fallback,
        Meaning = meaning,
    };

    private static WebhookOption Own(string group, string flag, WebhookOptionKind kind, string fallback, string meaning) =>
        Define(group, flag, kind, fallback, meaning) with { IsInReference = false };
}
