using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Rows;

/// <summary>What the reference does not have: our keys, presets, origins of values.</summary>
internal static class OwnRows
{
    private const string Own = "vault-injector.dev/";
    private const string Beyond = "error validating agent configuration: ";

    public static IEnumerable<RowCase> All => [.. Keys, .. Natives, .. Presets, .. Templates, .. Limits, .. Origins];

    private static IEnumerable<RowCase> Keys =>
    [
        Modern("key sidecar-mode", "Classic", "native:/", null, ("sidecar-mode", "classic")),
        Modern("key sidecar-mode", "NativeIsTheDefault", "native:/restartPolicy", "\"Always\""),
        RowCase.Denies("key sidecar-mode", "OtherWords", Given.Pod((Own + "sidecar-mode", "both")), Beyond + "VI0103"),
        Modern("key agent-native-sidecar", "FalseIsClassic", "init:/name", "\"vault-agent-init\"", ("agent-native-sidecar", "false")),
        Modern("key agent-native-sidecar", "SidecarModeWins", "native:/name", "\"vault-agent\"", ("agent-native-sidecar", "false"), ("sidecar-mode", "native")),
        Modern("key agent-engine", "Vault", "init:/command/0", "\"/bin/sh\"", ("agent-engine", "vault")),
        Modern("key start-gate", "Probe", "native:/startupProbe", "{\"exec\":{\"command\":[\"/bin/injector-agent\",\"health\"]},\"periodSeconds\":1,\"timeoutSeconds\":2,\"failureThreshold\":60}", ("start-gate", "startup-probe")),
        Modern("key start-gate", "PostStartIsTheDefault", "native:/lifecycle", "{\"postStart\":{\"exec\":{\"command\":[\"/bin/injector-agent\",\"wait\"]}}}"),
        Modern("key startup-probe-period", "WholeSeconds", "native:/startupProbe/periodSeconds", "3", ("start-gate", "startup-probe"), ("startup-probe-period", "3s")),
        Modern("key startup-probe-timeout", "WholeSeconds", "native:/startupProbe/timeoutSeconds", "60", ("start-gate", "startup-probe"), ("startup-probe-timeout", "1m")),
        Modern("key startup-probe-failures", "Count", "native:/startupProbe/failureThreshold", "7", ("start-gate", "startup-probe"), ("startup-probe-failures", "7")),
        Modern("key init-patience", "IsTold", "native-config:/injector/init_patience", "\"1m\"", ("init-patience", "1m")),
        Modern("key init-deadline", "IsTold", "native-config:/injector/init_deadline", "\"2m\"", ("init-deadline", "2m")),
        RowCase.Denies("key init-deadline", "NoDuration", Given.Pod((Own + "init-deadline", "soon")), Beyond + "VI0103"),
        Modern("key volume-size-limit", "Limit", "pod:/spec/volumes/vault-secrets/emptyDir/sizeLimit", "\"1Mi\"", ("volume-size-limit", "1Mi")),
        Modern("key volume-size-limit", "NoneUnsets", "pod:/spec/volumes/vault-secrets/emptyDir", "{\"medium\":\"Memory\"}", ("volume-size-limit", "none")),
        Modern("key app-mount", "Writable", "pod:/spec/containers/web/volumeMounts/~1vault~1secrets/readOnly", null, ("app-mount", "rw")),
        Modern("key seccomp-profile", "Localhost", "native:/securityContext/seccompProfile", "{\"type\":\"Localhost\",\"localhostProfile\":\"p.json\"}", ("seccomp-profile", "Localhost/p.json")),
        Modern("key agent-image-pull-policy", "Policy", "native:/imagePullPolicy", "\"Always\"", ("agent-image-pull-policy", "Always")),
        Modern("key token-source", "Mounted", "native:/volumeMounts/~1var~1run~1secrets~1kubernetes.io~1serviceaccount/name", "\"kube-api-access-x\"", ("token-source", "mounted")),
        Modern("key token-audience", "Audience", "pod:/spec/volumes/vault-agent-token/projected/sources/0/serviceAccountToken/audience", "\"vault\"", ("token-audience", "vault")),
        Modern("key token-expiry", "Seconds", "pod:/spec/volumes/vault-agent-token/projected/sources/0/serviceAccountToken/expirationSeconds", "600", ("token-expiry", "10m")),
        RowCase.Denies("key token-expiry", "TooShort", Given.Pod((Own + "token-expiry", "1m")), Beyond + "VI0103"),
        Modern("key command-in", "OnlyInTheSidecar", "init-config:/template/0/command", null, ("sidecar-mode", "classic"), ("command-in", "sidecar"), ("agent-inject-secret-a", "a"), ("agent-inject-command-a", "x")),
        .. InitResources,
    ];

    private static IEnumerable<RowCase> InitResources =>
        new (string Key, string Place)[]
        {
            ("init-limits-cpu", "limits/cpu"), ("init-limits-mem", "limits/memory"), ("init-limits-ephemeral", "limits/ephemeral-storage"),
            ("init-requests-cpu", "requests/cpu"), ("init-requests-mem", "requests/memory"), ("init-requests-ephemeral", "requests/ephemeral-storage"),
        }.Select(entry => Modern($"key {entry.Key}", "OnlyTheInitContainer", $"init:/resources/{entry.Place}", "\"3\"", ("sidecar-mode", "classic"), (entry.Key, "3")));

    private static IEnumerable<RowCase> Natives =>
    [
        new("native", "OneContainerAndOneHome", Given.Pod(), answer =>
        {
            Assert.Equal(["vault-agent"], answer.Names("initContainers"));
            Assert.Equal(["web"], answer.Names("containers"));
            Assert.DoesNotContain("home-init", answer.Names("volumes"));
        }) { Settings = Given.Modern },
        new("native", "FirstWhenAsked", Given.Pod(("agent-init-first", "true")).With("/spec/initContainers", "[{\"name\":\"m\"}]"), answer =>
            Assert.Equal(["vault-agent", "m"], answer.Names("initContainers"))) { Settings = Given.Modern },
        Modern("native", "NoGateWithoutPrePopulation", "native:/lifecycle", null, ("agent-pre-populate", "false")),
        Modern("native", "ItRunsOn", "native-config:/exit_after_auth", "false"),
        Modern("native", "NeverInThePreStopHook", "native-config:/injector/revoke_grace", "\"5s\"", ("agent-revoke-on-shutdown", "true")),
        RowCase.Gives("native", "ClassicOnAnOldCluster", Given.Pod(), "init:/name", "\"vault-agent-init\"") with { Settings = Given.Modern with { Cluster = ClusterFacts.Unknown } },
        RowCase.Gives("native", "OldestKubeletDecides", Given.Pod(), "init:/name", "\"vault-agent-init\"") with
        {
            Settings = Given.Modern with { Cluster = new ClusterFacts { Server = new(1, 34), OldestKubelet = new(1, 28) } },
        },
        RowCase.Warns("native", "NotWithHashiCorpsAgent", Given.Pod((Own + "sidecar-mode", "native")), "VI0161"),
        Modern("native", "TheClassicPairHandsOver", "config:/injector/hand_over", "\"/vault/agent-cache\"", ("sidecar-mode", "classic")),
    ];

    private static IEnumerable<RowCase> Presets =>
    [
        Modern("preset", "ReadOnlyMounts", "pod:/spec/containers/web/volumeMounts/~1vault~1secrets/readOnly", "true"),
        Modern("preset", "Seccomp", "native:/securityContext/seccompProfile/type", "\"RuntimeDefault\""),
        Modern("preset", "SmallResources", "native:/resources", "{\"limits\":{\"memory\":\"64Mi\"},\"requests\":{\"cpu\":\"10m\",\"memory\":\"32Mi\"}}"),
        Modern("preset", "AnOwnToken", "native:/volumeMounts/~1var~1run~1secrets~1kubernetes.io~1serviceaccount/name", "\"vault-agent-token\""),
        Modern("preset", "NoneUnsetsAQuantity", "native:/resources/requests", "{\"memory\":\"32Mi\"}", ("agent-requests-cpu", "none")),
        RowCase.Denies("preset", "RestrictedRefusesSkipVerify", Given.Pod(("tls-skip-verify", "true")), Beyond + "VI0125") with { Settings = Given.Restricted },
        RowCase.Denies("preset", "RestrictedRefusesRoot", Given.Pod(("agent-run-as-user", "0")), Beyond + "VI0125") with { Settings = Given.Restricted },
        RowCase.Denies("preset", "RestrictedWantsAContext", Given.Pod(("agent-set-security-context", "false")), Beyond + "VI0125") with { Settings = Given.Restricted },
        RowCase.Denies("preset", "ModernRefusesAnEmptyMountPath", Given.Pod(("secret-volume-path", string.Empty)), Beyond + "VI0127") with { Settings = Given.Modern },
        RowCase.Denies("preset", "ModernRefusesTelemetryOfAWrongType", Given.Pod(("agent-telemetry-disable-hostname", "yes")), Beyond + "VI0128") with { Settings = Given.Modern },
        RowCase.Gives("preset", "InitContainersCanBeNamed", Given.Pod(("agent-inject-containers", "a")).With("/spec/initContainers", "[{\"name\":\"a\"},{\"name\":\"b\"}]"), "pod:/spec/initContainers/b/volumeMounts", null) with { Settings = Given.Modern },
    ];

    private static IEnumerable<RowCase> Templates =>
    [
        RowCase.Denies("template", "SyntaxIsDeniedWithItsPlace", Given.Pod(("agent-inject-template-a", "x\n{{ if }}")), Beyond + "VI0124 Annotation 'vault.hashicorp.com/agent-inject-template-a', line 2, column ") with { Settings = Given.Modern },
        RowCase.Denies("template", "UnknownFunctionsAreDenied", Given.Pod(("agent-inject-template-a", "{{ sekret \"a\" }}")), Beyond, "sekret") with { Settings = Given.Modern },
        RowCase.Denies("template", "ConsulIsOutOfReach", Given.Pod(("agent-inject-template-a", "{{ key \"a\" }}")), Beyond, "Consul") with { Settings = Given.Modern },
        RowCase.Warns("template", "CompatibleOnlyWarns", Given.Pod(("agent-inject-template-a", "{{ if }}")), "VI0124"),
        RowCase.Gives("template", "OwnDelimitersAreUsed", Given.Pod(("agent-inject-template-a", "{{ if }} << secret \"a\" >>"), ("agent-template-left-delim-a", "<<"), ("agent-template-right-delim-a", ">>")), "native:/name", "\"vault-agent\"") with { Settings = Given.Modern },
        RowCase.Gives("template", "FilesAreNotLookedAt", Given.Pod(("agent-inject-template-file-a", "{{ if }}")), "native:/name", "\"vault-agent\"") with { Settings = Given.Modern },
    ];

    private static IEnumerable<RowCase> Limits =>
    [
        RowCase.Denies("limit", "Secrets", Given.Pod([.. Enumerable.Range(0, 1001).Select(number => ($"agent-inject-secret-s{number}", (string?)"a"))]), Beyond + "VI0129"),
        RowCase.Denies("limit", "CopiesOfCopies", Given.Pod(("agent-json-patch", Doubling)), "error creating patch for agent: failed to apply JSON patch: ", "more than"),
        new("limit", "FaultsInAMessage", Given.Pod([.. Enumerable.Range(0, 100).SelectMany(number => (IEnumerable<(string, string?)>)[($"agent-inject-secret-s{number}", "a"), ($"agent-inject-perms-s{number}", "x")])]), answer =>
            Assert.EndsWith(" And 80 more.", answer.Message, StringComparison.Ordinal)),
        new("limit", "ManyUnknownKeys", Given.Pod([.. Enumerable.Range(0, 3000).Select(number => ($"unknown-key-number-{number}", (string?)"a"))]), answer => Assert.True(answer.Result.IsAllowed)),
    ];

    private static string Doubling => $"[{string.Join(',', Enumerable.Repeat("{\"op\":\"copy\",\"from\":\"/env\",\"path\":\"/env/-\"}", 60))}]";

    private static IEnumerable<RowCase> Origins =>
    [
        RowCase.Gives("origin", "PrefixesAreInterchangeable", Given.Pod(("openbao.org/log-level", "debug")), "sidecar:/env/VAULT_LOG_LEVEL/value", "\"debug\""),
        RowCase.Gives("origin", "OurPrefixWins", Given.Pod(("log-level", "warn"), (Own + "log-level", "trace")), "sidecar:/env/VAULT_LOG_LEVEL/value", "\"trace\""),
        RowCase.Warns("origin", "AClashGetsAWarning", Given.Pod(("log-level", "warn"), (Own + "log-level", "trace")), "VI0151"),
        RowCase.Gives("origin", "TheNamespaceComesAfterThePod", Given.Pod(("log-level", "warn")), "sidecar:/env/VAULT_LOG_LEVEL/value", "\"warn\"") with { NamespaceAnnotations = Level("vault.hashicorp.com/log-level", "debug") },
        RowCase.Gives("origin", "TheNamespaceComesBeforeTheInstallation", Given.Pod(), "sidecar:/env/VAULT_LOG_LEVEL/value", "\"debug\"") with
        {
            NamespaceAnnotations = Level(Own + "log-level", "debug"),
            Settings = Given.Compatible with { AnnotationDefaults = Level("log-level", "error") },
        },
        RowCase.Gives("origin", "TheInstallationComesBeforeTheBuiltIn", Given.Pod(), "sidecar:/env/VAULT_LOG_LEVEL/value", "\"error\"") with { Settings = Given.Compatible with { AnnotationDefaults = Level("log-level", "error") } },
        new("origin", "TheStatusIsNeverADefault", Given.Pod(), answer => Assert.Equal(InjectionDecision.Injected, answer.Result.Decision))
        {
            NamespaceAnnotations = Level("vault.hashicorp.com/agent-inject-status", "injected"),
        },
        new("origin", "TheAuditSaysWhereSettingsCameFrom", Given.Pod(), answer =>
        {
            Assert.Equal("log-level", answer.Result.AuditAnnotations["from-namespace"]);
            Assert.Equal("compatible", answer.Result.AuditAnnotations["preset"]);
            Assert.Equal("classic", answer.Result.AuditAnnotations["mode"]);
        }) { NamespaceAnnotations = Level("openbao.org/log-level", "debug") },
        RowCase.Gives("origin", "AForeignImageIsStartedInItsWay", Given.Pod(("agent-image", "registry.example.com:5000/hashicorp/vault:1.21")), "init:/command/0", "\"/bin/sh\"") with { Settings = Given.Modern },
        RowCase.Warns("origin", "SubPathMountsGetAWarning", Given.Pod().With("/spec/containers/0/volumeMounts/-", "{\"name\":\"vault-secrets\",\"mountPath\":\"/etc/app.env\",\"subPath\":\"app.env\"}"), "VI0154"),
        RowCase.Warns("origin", "KvVersion2UnderMap", Given.Pod(("agent-inject-secret-a", "kv/data/app")), "VI0157"),
        RowCase.Warns("origin", "SkipVerify", Given.Pod(("tls-skip-verify", "1")), "VI0156"),
        RowCase.Warns("origin", "UnknownContainerToCopyFrom", Given.Pod(("agent-copy-volume-mounts", "wep")), "VI0153"),
        RowCase.Warns("origin", "UnknownContainers", Given.Pod(("agent-inject-containers", "wep")), "VI0153"),
        RowCase.Warns("origin", "TokenAndSecretOnOneFile", Given.Pod(("agent-inject-token", "1"), ("agent-inject-secret-token", "a")), "VI0168"),
        RowCase.Warns("origin", "NoAgentAtAll", Given.Pod(("agent-pre-populate", "0"), ("agent-pre-populate-only", "1")), "VI0152"),
    ];

    private static RowCase Modern(string row, string rule, string where, string? json, params (string Name, string? Value)[] annotations) =>
        RowCase.Gives(row, rule, Given.Pod([.. annotations.Select(entry => (Own + entry.Name, entry.Value))]), where, json) with { Settings = Given.Modern };

    private static Dictionary<string, string> Level(string key, string value) => new() { [key] = value };
}
