using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Rows;

/// <summary>The resulting pod: decisions (D), patch (J), token (T), volumes (V), mounts (M), containers (F), environment (N), security (X), hook (P), order (O), document (K), default templates (W).</summary>
internal static class MutationRows
{
    private const string Settings = "error creating new agent sidecar: ";

    private const string Irsa = """
        {"name":"aws-token","readOnly":true,"mountPath":"/var/run/secrets/eks.amazonaws.com/serviceaccount"}
        """;

    private static readonly (string, string?) Secret = ("agent-inject-secret-db", "db/creds/r");

    public static IEnumerable<RowCase> All => [.. Decisions, .. Patches, .. Tokens, .. Volumes, .. Containers, .. Environment, .. Security, .. Document];

    private static IEnumerable<RowCase> Decisions =>
    [
        RowCase.Denies("D1", "AMissingPod", null, "VI0101"),
        RowCase.Denies("D1", "AnnotationsOfAWrongType", Given.Pod().With("/metadata/annotations", "[]"), "VI0101"),
        RowCase.Gives("D1", "OnlyWhatIsReadIsChecked", Given.Pod().With("/spec/priority", "\"high\""), "sidecar:/name", "\"vault-agent\""),
        RowCase.Denies("D1", "NoSpec", Given.Pod().With("/spec", "null"), Settings + "failed to find service account volume mount"),
        Decides("D2", "NotAnnotated", Given.Pod(("agent-inject", null)), InjectionDecision.NotRequested),
        RowCase.Denies("D3", "BadSwitch", Given.Pod(("agent-inject", "on")), "error checking if should inject agent: "),
        Decides("D4", "SwitchedOff", Given.Pod(("agent-inject", "0")), InjectionDecision.NotRequested),
        Decides("D5", "Running", Given.Pod().With("/status", "{\"phase\":\"Running\"}"), InjectionDecision.TooLate),
        Decides("D5", "Pending", Given.Pod().With("/status", "{\"phase\":\"Pending\"}"), InjectionDecision.Injected),
        Decides("D6", "Injected", Given.Pod(("agent-inject-status", "injected")), InjectionDecision.AlreadyInjected),
        RowCase.Denies("D7", "SystemNamespace", Given.Pod(), "error with request namespace: ") with { Namespace = "kube-system" },
        Decides("D7", "OtherKubeNamespace", Given.Pod(), InjectionDecision.Injected) with { Namespace = "kube-node-lease" },
        Decides("D8", "EverythingElse", Given.Pod(), InjectionDecision.Injected),
        RowCase.Denies("D9", "TakenVolumeName", Given.Pod().With("/spec/volumes/-", "{\"name\":\"home-init\",\"emptyDir\":{}}"), "error validating agent configuration: VI0119"),
        RowCase.Denies("D9", "TakenContainerName", Given.Pod().With("/spec/containers/-", "{\"name\":\"vault-agent\"}"), "error validating agent configuration: VI0119"),
        RowCase.Denies("D9", "TakenMountPath", Given.Pod().With("/spec/containers/0/volumeMounts/-", "{\"name\":\"own\",\"mountPath\":\"/vault/secrets\"}"), "error validating agent configuration: VI0120"),
    ];

    private static IEnumerable<RowCase> Patches =>
    [
        new("J1", "OnlyAdditions", Given.Pod(Secret), answer => Assert.All(JsonNode.Parse(answer.Result.Patch.Span)!.AsArray(), operation => Assert.Equal("add", (string)operation!["op"]!))),
        new("J2", "AbsentListsAreAddedWhole", Given.Pod(Secret), answer => Assert.Contains("/spec/initContainers", answer.PatchPaths)),
        new("J3", "NoVolumeIsLost", Given.Pod().With("/spec/volumes", "null"), answer => Assert.Equal(["home-init", "home-sidecar", "vault-secrets"], answer.Names("volumes"))),
        new("J4", "WorkedExample", Given.Pod(Secret), answer => Assert.Equal(
            ["/spec/volumes/-", "/spec/volumes/-", "/spec/volumes/-", "/spec/containers/0/volumeMounts/-", "/spec/initContainers", "/spec/containers/-", "/metadata/annotations/vault.hashicorp.com~1agent-inject-status"],
            answer.PatchPaths)),
        new("J5", "TheKeyIsEscaped", Given.Pod(), answer => Assert.EndsWith("vault.hashicorp.com~1agent-inject-status", answer.PatchPaths[^1], StringComparison.Ordinal)),
        RowCase.Gives("J6", "UnknownFieldsOfInitContainersAreKept", WithInit(("agent-init-first", "true")).With("/spec/initContainers/0/futureField", "{\"a\":1.0}"), "pod:/spec/initContainers/migrate/futureField", "{\"a\":1.0}"),
    ];

    private static IEnumerable<RowCase> Tokens =>
    [
        RowCase.Gives("T1", "MountedVolume", Given.Pod(("agent-service-account-token-volume-name", "vt")).With("/spec/volumes/-", Projected).With("/spec/containers/0/volumeMounts/-", "{\"name\":\"vt\",\"mountPath\":\"/tok\"}"), "config:/auto_auth/method/config/token_path", "\"/tok/jwt\""),
        RowCase.Gives("T2", "VolumeThatNobodyMounts", Given.Pod(("agent-service-account-token-volume-name", "vt")).With("/spec/volumes/-", Projected), "config:/auto_auth/method/config/token_path", "\"/var/run/secrets/vault.hashicorp.com/serviceaccount/jwt\""),
        RowCase.Denies("T3", "UnknownVolume", Given.Pod(("agent-service-account-token-volume-name", "vt")), Settings + "failed to find service account volume \"vt\""),
        RowCase.Denies("T4", "MountWithoutVolume", Given.Pod(("agent-service-account-token-volume-name", "vt")).With("/spec/containers/0/volumeMounts/-", "{\"name\":\"vt\",\"mountPath\":\"/tok\"}"), Settings + "failed to find volume \"vt\" in Pod \"\" volumes"),
        RowCase.Denies("T5", "VolumeWithoutToken", Given.Pod(("agent-service-account-token-volume-name", "vt")).With("/spec/volumes/-", "{\"name\":\"vt\",\"emptyDir\":{}}"), Settings + "failed to find tokenPath for projected volume \"vt\""),
        RowCase.Gives("T6", "TheAppsOwnMount", Given.Pod(), "sidecar:/volumeMounts/0", "{\"name\":\"kube-api-access-x\",\"readOnly\":true,\"mountPath\":\"/var/run/secrets/kubernetes.io/serviceaccount\"}"),
        RowCase.Gives("T6", "NeverAWebIdentity", Given.Pod().With("/spec/containers/0/volumeMounts", $"[{Irsa},{{\"name\":\"kube-api-access-x\",\"mountPath\":\"/var/run/secrets/kubernetes.io/serviceaccount\"}}]"), "config:/auto_auth/method/config/token_path", "\"/var/run/secrets/kubernetes.io/serviceaccount/token\""),
        RowCase.Gives("T7", "WithoutAMountTheAgentGetsItsOwn", Given.Pod().With("/spec/containers/0/volumeMounts", "[]"), "pod:/spec/volumes/vault-agent-token/projected/sources/0/serviceAccountToken", "{\"expirationSeconds\":3600,\"path\":\"token\"}"),
    ];

    private static IEnumerable<RowCase> Volumes =>
    [
        new("V", "HomesAndSecrets", Given.Pod(), answer => Assert.Equal(["kube-api-access-x", "home-init", "home-sidecar", "vault-secrets"], answer.Names("volumes"))),
        new("V", "NoHomeWithoutContainer", Given.Pod(("agent-pre-populate-only", "true")), answer => Assert.DoesNotContain("home-sidecar", answer.Names("volumes"))),
        new("V", "OnePerFurtherPath", Given.Pod(Secret, ("secret-volume-path-db", "/b"), ("agent-inject-secret-c", "c"), ("secret-volume-path-c", "/b")), answer =>
            Assert.Single(answer.Names("volumes"), name => name.StartsWith("vault-secrets-custom-", StringComparison.Ordinal))),
        new("V", "CacheOnlyForThePair", Given.Pod(("agent-cache-enable", "true"), ("agent-pre-populate", "false")), answer => Assert.DoesNotContain("vault-agent-cache", answer.Names("volumes"))),
        RowCase.Gives("V", "MemoryWithoutLimit", Given.Pod(), "pod:/spec/volumes/vault-secrets/emptyDir", "{\"medium\":\"Memory\"}"),
        RowCase.Gives("M", "AppsReadAndWrite", Given.Pod(), "pod:/spec/containers/web/volumeMounts/~1vault~1secrets", "{\"name\":\"vault-secrets\",\"mountPath\":\"/vault/secrets\"}"),
        RowCase.Gives("M", "InitContainersGetThemAlways", WithInit(("agent-inject-containers", "web")), "pod:/spec/initContainers/migrate/volumeMounts/~1vault~1secrets/name", "\"vault-secrets\""),
        RowCase.Gives("M", "ButNotWithoutPrePopulation", WithInit(("agent-pre-populate", "false")), "pod:/spec/initContainers/migrate/volumeMounts", null),
        RowCase.Gives("M", "HomeComesFirstInTheInitContainer", Given.Pod(), "init:/volumeMounts/0/name", "\"home-init\""),
        RowCase.Gives("M", "TheTokenComesFirstInTheSidecar", Given.Pod(), "sidecar:/volumeMounts/0/name", "\"kube-api-access-x\""),
    ];

    private static IEnumerable<RowCase> Containers =>
    [
        RowCase.Gives("F", "TheShellDecodesTheDocument", Given.Pod(), "sidecar:/args/0", "\"echo ${VAULT_CONFIG?} | base64 -d > /home/vault/config.json && vault agent -config=/home/vault/config.json\""),
        RowCase.Gives("F", "TheSidecarAlwaysHasALifecycle", Given.Pod(), "sidecar:/lifecycle", "{}"),
        RowCase.Gives("F", "TheInitContainerHasNone", Given.Pod(("agent-revoke-on-shutdown", "true")), "init:/lifecycle", null),
        new("O", "LastByDefault", WithInit(), answer => Assert.Equal(["migrate", "vault-agent-init"], answer.Names("initContainers"))),
        new("O", "FirstWhenAsked", WithInit(("agent-init-first", "true")), answer => Assert.Equal(["vault-agent-init", "migrate"], answer.Names("initContainers"))),
        new("O", "TheAppStaysTheDefaultContainer", Given.Pod(), answer => Assert.Equal(["web", "vault-agent"], answer.Names("containers"))),
        RowCase.Gives("P", "ConnectionSettingsArePassed", Given.Pod(("agent-revoke-on-shutdown", "true"), ("tls-skip-verify", "true"), ("namespace", "a"), ("ca-key", "/ca"), ("tls-server-name", "v")), "sidecar:/lifecycle/preStop/exec/command/2", "\"/bin/sleep 5 && /bin/vault token revoke -address=http://vault.vault.svc:8200 -ca-path=/ca -tls-server-name=v -namespace=a -tls-skip-verify -self\""),
    ];

    private static IEnumerable<RowCase> Environment =>
    [
        new("N", "TheOrderIsTheReferences", Given.Pod(("go-max-procs", "1"), ("client-timeout", "1s"), ("client-max-retries", "1"), ("proxy-address", "p")), answer => Assert.Equal(
            ["NAMESPACE", "HOST_IP", "POD_IP", "GOMAXPROCS", "VAULT_CLIENT_TIMEOUT", "VAULT_MAX_RETRIES", "VAULT_LOG_LEVEL", "VAULT_LOG_FORMAT", "HTTPS_PROXY", "VAULT_CONFIG"],
            answer.Names("containers/vault-agent/env"))),
        RowCase.Gives("N", "TheInstallationsCa", Given.Pod(), "sidecar:/env/VAULT_CACERT_BYTES/value", "\"PEM\\n\"") with { Settings = Given.Compatible with { VaultCaCertBytes = "UEVN\nCg==" } },
        RowCase.Gives("N", "NoBase64IsKept", Given.Pod(), "sidecar:/env/VAULT_CACERT_BYTES/value", "\"a b\"") with { Settings = Given.Compatible with { VaultCaCertBytes = "a b" } },
        RowCase.Gives("N", "AwsVariablesKeepTheirSource", Aws(), "sidecar:/env/AWS_ROLE_ARN", "{\"name\":\"AWS_ROLE_ARN\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"s\",\"key\":\"k\"}}}"),
        RowCase.Gives("N", "TheRegionOfTheLoginComesLast", Aws(("auth-config-region", "eu")), "sidecar:/env/8", "{\"name\":\"AWS_REGION\",\"value\":\"eu\"}"),
        RowCase.Gives("N", "TheWebIdentityIsMounted", Aws(), "sidecar:/volumeMounts/~1var~1run~1secrets~1eks.amazonaws.com~1serviceaccount/readOnly", "true"),
    ];

    private static IEnumerable<RowCase> Security =>
    [
        RowCase.Gives("X", "TheWholeContext", Given.Pod(), "sidecar:/securityContext", "{\"capabilities\":{\"drop\":[\"ALL\"]},\"runAsUser\":100,\"runAsGroup\":1000,\"runAsNonRoot\":true,\"readOnlyRootFilesystem\":true,\"allowPrivilegeEscalation\":false}"),
        RowCase.Gives("X", "RootGroupIsRoot", Given.Pod(("agent-run-as-group", "0")), "sidecar:/securityContext/runAsNonRoot", "false"),
        RowCase.Gives("X", "AnIdentityTurnsTheContextOn", Given.Pod(("agent-run-as-user", "5")), "sidecar:/securityContext/runAsUser", "5") with { Settings = NoContext },
        RowCase.Gives("X", "AnExplicitFalseWins", Given.Pod(("agent-run-as-user", "5"), ("agent-set-security-context", "false")), "sidecar:/securityContext", null) with { Settings = NoContext },
        RowCase.Denies("X", "AnEmptyUserIsNotRoot", Given.Pod(("agent-run-as-user", string.Empty)), Settings + "VI0123"),
        RowCase.Gives("Y", "TheProcessNamespaceIsSetWithoutInitContainer", Given.Pod(("agent-share-process-namespace", "true"), ("agent-pre-populate", "false")), "pod:/spec/shareProcessNamespace", "true"),
        RowCase.Gives("Y", "ThePodsOwnTrueStays", Given.Pod(("agent-share-process-namespace", "false")).With("/spec/shareProcessNamespace", "true"), "pod:/spec/shareProcessNamespace", "true"),
    ];

    private static IEnumerable<RowCase> Document =>
    [
        RowCase.Gives("K", "TheWholeDocument", Given.Pod(Secret), "init-config:/", """
            {"auto_auth":{"method":{"type":"kubernetes","mount_path":"auth/kubernetes","config":{"role":"r","token_path":"/var/run/secrets/kubernetes.io/serviceaccount/token"}},"sink":[{"type":"file","config":{"path":"/home/vault/.vault-token"}}]},"exit_after_auth":true,"pid_file":"/home/vault/.pid","vault":{"address":"http://vault.vault.svc:8200"},"template":[{"destination":"/vault/secrets/db","contents":"{{ with secret \"db/creds/r\" }}{{ range $k, $v := .Data }}{{ $k }}: {{ $v }}\n{{ end }}{{ end }}","left_delimiter":"{{","right_delimiter":"}}"}],"template_config":{"exit_on_retry_failure":true}}
            """),
        RowCase.Gives("K", "QuitMakesAListenerAndAnEmptyCache", Given.Pod(("agent-enable-quit", "1")), "config:/cache", "{}"),
        RowCase.Gives("K", "TheCacheIsPersistedForThePair", Given.Pod(("agent-cache-enable", "1")), "init-config:/cache/persist", "{\"type\":\"kubernetes\",\"path\":\"/vault/agent-cache\"}"),
        RowCase.Gives("K", "ItIsInMemoryForASidecarAlone", Given.Pod(("agent-cache-enable", "1"), ("agent-pre-populate", "false")), "config:/cache", "{\"use_auto_auth_token\":\"true\"}"),
        RowCase.Gives("K", "ThereIsNoneForAnInitContainerAlone", Given.Pod(("agent-cache-enable", "1"), ("agent-pre-populate-only", "true")), "init-config:/cache", null),
        RowCase.Gives("K", "ItNamesATokenOfItsOwn", Given.Pod(("agent-cache-enable", "1"), ("agent-service-account-token-volume-name", "vt")).With("/spec/volumes/-", Projected), "config:/cache/persist/service_account_token_file", "\"/var/run/secrets/vault.hashicorp.com/serviceaccount/jwt\""),
        RowCase.Denies("K", "TooLargeForTheEnvironment", Given.Pod(("agent-inject-template-a", new string('x', 99_000))), "error validating agent configuration: VI0122"),
        RowCase.Gives("W", "Json", Given.Pod(Secret, ("agent-inject-default-template", "json")), "config:/template/0/contents", "\"{{ with secret \\\"db/creds/r\\\" }}{{ .Data | toJSON }}\\n{{ end }}\""),
        RowCase.Gives("W", "AQuoteIsEscaped", Given.Pod(("agent-inject-secret-db", "a\"b")), "config:/template/0/contents", "\"{{ with secret \\\"a\\\\\\\"b\\\" }}{{ range $k, $v := .Data }}{{ $k }}: {{ $v }}\\n{{ end }}{{ end }}\""),
        RowCase.Gives("W", "OwnDelimitersAreUsed", Given.Pod(Secret, ("agent-template-left-delim-db", "<<"), ("agent-template-right-delim-db", ">>")), "config:/template/0/contents", "\"<< with secret \\\"db/creds/r\\\" >><< range $k, $v := .Data >><< $k >>: << $v >>\\n<< end >><< end >>\""),
        RowCase.Denies("W", "AFileOutsideItsVolume", Given.Pod(Secret, ("agent-inject-file-db", "../../etc/passwd")), "error validating agent configuration: VI0121"),
        RowCase.Denies("W", "ModesAreChecked", Given.Pod(Secret, ("agent-inject-perms-db", "0999")), "error validating agent configuration: VI0103"),
    ];

    private const string Projected = "{\"name\":\"vt\",\"projected\":{\"sources\":[{\"configMap\":{\"name\":\"x\"}},{\"serviceAccountToken\":{\"path\":\"jwt\"}}]}}";

    private static InjectionSettings NoContext { get; } =
        Given.Compatible with { AnnotationDefaults = new Dictionary<string, string> { ["agent-set-security-context"] = "false" } };

    private static RowCase Decides(string row, string rule, JsonNode pod, InjectionDecision decision) =>
        new(row, rule, pod, answer => Assert.Equal(decision, answer.Result.Decision));

    private static JsonObject WithInit(params (string, string?)[] annotations) =>
        Given.Pod(annotations).With("/spec/initContainers", "[{\"name\":\"migrate\",\"image\":\"m:1\"}]");

    private static JsonObject Aws(params (string, string?)[] annotations) => Given.Pod([("auth-type", "aws"), .. annotations])
        .With("/spec/containers/0/volumeMounts/-", Irsa)
        .With("/spec/containers/0/env", "[{\"name\":\"AWS_ROLE_ARN\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"s\",\"key\":\"k\"}}},{\"name\":\"AWS_REGION\",\"value\":\"us\"}]");
}
