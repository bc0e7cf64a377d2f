using System.Text.Json.Nodes;
using Injector.Contracts.Injection;

namespace Injector.Injection.Tests.Reference;

/// <summary>Turns the recorded process settings into ours.</summary>
internal static class ReferenceProfiles
{
    private static readonly Dictionary<string, string> Annotations = new()
    {
        ["vault-namespace"] = "namespace",
        ["proxy-address"] = "proxy-address",
        ["default-template"] = "agent-inject-default-template",
        ["revoke-on-shutdown"] = "agent-revoke-on-shutdown",
        ["run-as-user"] = "agent-run-as-user",
        ["run-as-group"] = "agent-run-as-group",
        ["run-as-same-user"] = "agent-run-as-same-user",
        ["set-security-context"] = "agent-set-security-context",
        ["cpu-request"] = "agent-requests-cpu",
        ["cpu-limit"] = "agent-limits-cpu",
        ["memory-request"] = "agent-requests-mem",
        ["memory-limit"] = "agent-limits-mem",
        ["ephemeral-storage-request"] = "agent-requests-ephemeral",
        ["ephemeral-storage-limit"] = "agent-limits-ephemeral",
        ["template-config-exit-on-retry-failure"] = "template-config-exit-on-retry-failure",
        ["template-static-secret-render-interval"] = "template-static-secret-render-interval",
        ["disable-idle-connections"] = "agent-disable-idle-connections",
        ["disable-keep-alives"] = "agent-disable-keep-alives",
        ["auth-min-backoff"] = "auth-min-backoff",
        ["auth-max-backoff"] = "auth-max-backoff",
        ["TEMPLATE_MAX_CONNECTIONS_PER_HOST"] = "template-max-connections-per-host",
        ["TEMPLATE_LEASE_RENEWAL_THRESHOLD"] = "template-lease-renewal-threshold",
        ["RUN_AS_USER"] = "agent-run-as-user",
        ["MEM_LIMIT"] = "agent-limits-mem",
        ["CPU_LIMIT"] = "agent-limits-cpu",
    };

    public static InjectionSettings Settings(string profile, AgentEngine engine)
    {
        var recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpus", "profiles.json")))![profile]!;
        var values = Values(recorded);
        return new InjectionSettings
        {
            Engine = engine,
            Preset = InjectionPreset.Compatible,
            VaultAddress = values.GetValueOrDefault("VAULT_ADDR") ?? values["vault-address"],
            VaultImage = values.GetValueOrDefault("vault-image", InjectionSettings.DefaultVaultImage),
            AuthType = values.GetValueOrDefault("vault-auth-type", "kubernetes"),
            AuthPath = values.GetValueOrDefault("vault-auth-path", "auth/kubernetes"),
            VaultCaCertBytes = values.GetValueOrDefault("vault-cacert-bytes", string.Empty),
            AnnotationDefaults = values.Where(value => Annotations.ContainsKey(value.Key))
                .GroupBy(value => Annotations[value.Key])
                .ToDictionary(group => group.Key, group => group.Last().Value),
        };
    }

    // Environment after flags: it wins, unless it is empty.
    private static Dictionary<string, string> Values(JsonNode recorded)
    {
        var values = recorded["flags"]!.AsObject().ToDictionary(flag => flag.Key, flag => (string)flag.Value!);
        foreach (var (name, value) in recorded["env"]!.AsObject().Where(entry => ((string)entry.Value!).Length > 0))
        {
            values[name["AGENT_INJECT_".Length..]] = (string)value!;
        }

        return values;
    }
}
