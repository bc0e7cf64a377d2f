using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Contracts.Webhook;
using Injector.Webhook.CommandLine;

namespace Injector.Webhook.Settings;

/// <summary>The options that speak about pods, as the injection library takes them.</summary>
internal static class InjectionSettingsReader
{
    // Option → annotation (without prefix) whose installation default it is.
    private static readonly (WebhookOption Option, string Annotation)[] Defaults =
    [
        (WebhookOptionTable.DefaultTemplate, "agent-inject-default-template"),
        (WebhookOptionTable.VaultNamespace, "namespace"),
        (WebhookOptionTable.ProxyAddress, "proxy-address"),
        (WebhookOptionTable.RevokeOnShutdown, "agent-revoke-on-shutdown"),
        (WebhookOptionTable.RunAsUser, "agent-run-as-user"),
        (WebhookOptionTable.RunAsGroup, "agent-run-as-group"),
        (WebhookOptionTable.RunAsSameUser, "agent-run-as-same-user"),
        (WebhookOptionTable.SetSecurityContext, "agent-set-security-context"),
        (WebhookOptionTable.CpuRequest, "agent-requests-cpu"),
        (WebhookOptionTable.CpuLimit, "agent-limits-cpu"),
        (WebhookOptionTable.MemoryRequest, "agent-requests-mem"),
        (WebhookOptionTable.MemoryLimit, "agent-limits-mem"),
        (WebhookOptionTable.EphemeralStorageRequest, "agent-requests-ephemeral"),
        (WebhookOptionTable.EphemeralStorageLimit, "agent-limits-ephemeral"),
        (WebhookOptionTable.TemplateConfigExitOnRetryFailure, "template-config-exit-on-retry-failure"),
        (WebhookOptionTable.TemplateStaticSecretRenderInterval, "template-static-secret-render-interval"),
        (WebhookOptionTable.TemplateMaxConnectionsPerHost, "template-max-connections-per-host"),
        (WebhookOptionTable.TemplateLeaseRenewalThreshold, "template-lease-renewal-threshold"),
        (WebhookOptionTable.AuthMinBackoff, "auth-min-backoff"),
        (WebhookOptionTable.AuthMaxBackoff, "auth-max-backoff"),
        (WebhookOptionTable.DisableIdleConnections, "agent-disable-idle-connections"),
        (WebhookOptionTable.DisableKeepAlives, "agent-disable-keep-alives"),
        (WebhookOptionTable.SidecarMode, "sidecar-mode"),
    ];

    public static InjectionSettings Read(OptionValues values, ICollection<Diagnostic> found) => new()
    {
        Engine = Word(values, WebhookOptionTable.AgentEngine) == "vault" ? AgentEngine.Vault : AgentEngine.Injector,
        Preset = Word(values, WebhookOptionTable.Preset) switch
        {
            "compatible" => InjectionPreset.Compatible,
            "restricted" => InjectionPreset.Restricted,
            _ => InjectionPreset.Modern,
        },
        VaultAddress = values.Text(WebhookOptionTable.VaultAddress),
        VaultImage = values.Text(WebhookOptionTable.VaultImage),
        AgentImage = values.Text(WebhookOptionTable.AgentImage),
        AuthType = values.Text(WebhookOptionTable.VaultAuthType),
        AuthPath = values.Text(WebhookOptionTable.VaultAuthPath),
        VaultCaCertBytes = values.Text(WebhookOptionTable.VaultCaCertBytes),
        AnnotationDefaults = AnnotationDefaults(values, found),
    };

    private static string Word(OptionValues values, WebhookOption option) => OptionForm.Normalized(option, values.Text(option));

    private static Dictionary<string, string> AnnotationDefaults(OptionValues values, ICollection<Diagnostic> found)
    {
        var defaults = DefaultsFile.Read(values.Text(WebhookOptionTable.DefaultsFile), found);
        foreach (var (option, annotation) in Defaults)
        {
            if (values.IsGiven(option))
            {
                defaults[annotation] = values.Text(option);
            }
        }

        return defaults;
    }
}
