using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Rows;

/// <summary>General rules (G), discovery of secrets (S), ConfigMap mode (C) and messages (E).</summary>
internal static class GeneralRows
{
    private const string Settings = "error creating new agent sidecar: ";
    private const string Defaults = "error adding default annotations: ";
    private const string Validation = "error validating agent configuration: ";
    private const string Patch = "error creating patch for agent: ";

    public static IEnumerable<RowCase> All => [.. General, .. Secrets, .. ConfigMap, .. Messages];

    private static IEnumerable<RowCase> General =>
    [
        new("G1", "OnlyThePodCounts", Given.Pod(("agent-inject", null)), answer => Assert.Equal(InjectionDecision.NotRequested, answer.Result.Decision)),
        RowCase.Gives("G2", "EmptyIsNotReplacedByTheDefault", Given.Pod(("agent-limits-cpu", string.Empty)), "sidecar:/resources/limits", "{\"memory\":\"128Mi\"}"),
        RowCase.Gives("G2", "NullCountsAsEmpty", Given.Pod().With("/metadata/annotations", "{\"openbao.org/agent-inject\":\"1\",\"openbao.org/role\":\"r\",\"openbao.org/agent-limits-cpu\":null}"), "sidecar:/resources/limits/cpu", null),
        new("G3", "OnlyTheStatusIsWritten", Given.Pod(), answer => Assert.Equal(
            ["example.com/own", "vault.hashicorp.com/agent-inject", "vault.hashicorp.com/role", "vault.hashicorp.com/agent-inject-status"],
            answer.Pod["metadata"]!["annotations"]!.AsObject().Select(entry => entry.Key))),
        RowCase.Warns("G4", "UnknownKeysGetAWarning", Given.Pod(("agent-inject-secrt-db", "a")), "VI0102"),
        RowCase.Gives("G5", "EmptyIsFalse", Given.Pod(("tls-skip-verify", string.Empty)), "config:/vault/tls_skip_verify", null),
        RowCase.Denies("G5", "NothingIsTrimmed", Given.Pod(("tls-skip-verify", " true")), Settings, "vault.hashicorp.com/tls-skip-verify"),
        RowCase.Denies("G5", "MixedCaseIsNoBoolean", Given.Pod(("agent-inject-token", "tRuE")), Settings),
        RowCase.Gives("G6", "SignsAndZerosAreAccepted", Given.Pod(("agent-run-as-user", "-1")), "sidecar:/securityContext/runAsUser", "-1"),
        RowCase.Denies("G6", "HexIsNot", Given.Pod(("agent-run-as-user", "0x10")), Settings),
        RowCase.Denies("G6", "UnderscoresAreNot", Given.Pod(("template-max-connections-per-host", "1_000")), Settings),
        RowCase.Denies("G6", "64BitsAreTheLimit", Given.Pod(("agent-run-as-group", "9223372036854775808")), Settings),
        RowCase.Gives("G6", "EmptyIsZero", Given.Pod(("template-max-connections-per-host", string.Empty)), "config:/template_config/max_connections_per_host", null),
        RowCase.Denies("G7", "EmptyIsNoUnsigned", Given.Pod(("agent-revoke-grace", string.Empty)), Settings),
        RowCase.Denies("G7", "ASignIsNot", Given.Pod(("agent-revoke-grace", "+5")), Settings),
        RowCase.Denies("G7", "AUnitIsNot", Given.Pod(("agent-revoke-grace", "5s")), Settings),
        RowCase.Gives("G8", "GoFloatsAreAccepted", Given.Pod(("template-lease-renewal-threshold", "7.5e-1")), "config:/template_config/lease_renewal_threshold", "0.75"),
        RowCase.Gives("G8", "UnderscoresSeparateDigits", Given.Pod(("template-lease-renewal-threshold", "0.2_5")), "config:/template_config/lease_renewal_threshold", "0.25"),
        RowCase.Denies("G8", "EmptyIsNot", Given.Pod(("template-lease-renewal-threshold", string.Empty)), Settings),
        RowCase.Denies("G8", "TooLargeIsNot", Given.Pod(("template-lease-renewal-threshold", "1e400")), Settings),
        RowCase.Denies("G8", "InfinityCannotBeWritten", Given.Pod(("template-lease-renewal-threshold", "Inf")), Patch),
        RowCase.Gives("G8", "InfinityPassesWithAConfigMap", Given.Pod(("template-lease-renewal-threshold", "NaN"), ("agent-configmap", "c")), "sidecar:/name", "\"vault-agent\""),
        RowCase.Gives("G9", "DurationsKeepTheirText", Given.Pod(("auth-min-backoff", ".5s")), "config:/auto_auth/method/min_backoff", "\".5s\""),
        RowCase.Denies("G9", "ABareNumberIsNone", Given.Pod(("auth-min-backoff", "5")), Defaults, "error parsing min backoff as duration: "),
        RowCase.Denies("G9", "DaysAreNone", Given.Pod(("auth-max-backoff", "1d")), Defaults, "error parsing max backoff as duration: "),
        RowCase.Gives("G10", "QuantitiesAreKept", Given.Pod(("agent-limits-cpu", "0.5")), "sidecar:/resources/limits/cpu", "\"0.5\""),
        RowCase.Gives("G10", "OddSpellingsAreKept", Given.Pod(("agent-limits-cpu", "1e3")), "sidecar:/resources/limits/cpu", "\"1e3\""),
        RowCase.Denies("G10", "UnknownUnits", Given.Pod(("agent-limits-mem", "128mb")), Patch),
        RowCase.Denies("G10", "AUnitWithoutNumber", Given.Pod(("agent-limits-mem", "Gi")), Patch),
        RowCase.Gives("G10", "NobodyLooksWithoutAContainer", Given.Pod(("agent-limits-mem", "lots"), ("agent-pre-populate", "false"), ("agent-pre-populate-only", "true")), "sidecar:/", null),
        RowCase.Gives("G11", "ListsAreNotTrimmed", Given.Pod(("agent-inject-containers", "a, web")), "pod:/spec/containers/web/volumeMounts/~1vault~1secrets", null),
        RowCase.Denies("G12", "AFaultDenies", Given.Pod(("agent-cache-enable", "on")), Settings),
        RowCase.Gives("G13", "ALeadingDotIsFine", Given.Pod(("agent-inject-secret-.env", "a")), "config:/template/0/destination", "\"/vault/secrets/.env\""),
    ];

    private static IEnumerable<RowCase> Secrets =>
    [
        RowCase.Gives("S1", "BlankMakesNoSecret", Given.Pod(("agent-inject-secret-a", " \t\n")), "config:/template", null),
        RowCase.Gives("S2", "ATemplateAloneIsEnough", Given.Pod(("agent-inject-template-a", "x")), "config:/template/0/contents", "\"x\""),
        RowCase.Gives("S3", "TheBareTemplateFileKeyIsATemplate", Given.Pod(("agent-inject-template-file", "x")), "config:/template/0/destination", "\"/vault/secrets/file\""),
        RowCase.Gives("S3", "AnEmptySuffixIsIgnored", Given.Pod(("agent-inject-secret", "x")), "config:/template", null),
        RowCase.Warns("S4", "OrphansGetAWarning", Given.Pod(("agent-inject-file-nope", "x")), "VI0150"),
        RowCase.Gives("S5", "TheCaseOfASuffixCounts", Given.Pod(("agent-inject-secret-DB", "a"), ("agent-inject-template-db", "x")), "config:/template/1/contents", "\"x\""),
        new("S6", "TemplatesAreSorted", Given.Pod(("agent-inject-secret-b", "b"), ("agent-inject-secret-a", "a")), answer =>
            Assert.Equal("\"/vault/secrets/a\"", answer.At("config:/template/0/destination"))),
        RowCase.Warns("S7", "ASecretCalledFileIsAmbiguous", Given.Pod(("agent-inject-secret-file-x", "a"), ("agent-inject-template-file-x", "/t")), "VI0160"),
        RowCase.Warns("S8", "TwoSecretsOnOneFile", Given.Pod(("agent-inject-secret-DB", "a"), ("agent-inject-secret-db", "b")), "VI0155"),
    ];

    // No agent reads these then: what is wrong with them harms nobody.
    private static IEnumerable<RowCase> IgnoredWithAConfigMap =>
        from key in ((string Name, string Value)[])
        [
            ("agent-inject-perms-a", "rw"), ("agent-inject-file-a", "../a"), ("preserve-secret-case", "x"), ("agent-cache-listener-port", "none"),
            ("agent-telemetry-disable-hostname", "yes"), ("agent-inject-template-a", "{{"),
        ]
        from settings in (Contracts.Injection.InjectionSettings[])[Given.Compatible, Given.Modern]
        select RowCase.Gives(
            "C3", $"{settings.Preset} does not look at {key.Name}", Given.Pod(("agent-configmap", "c"), ("agent-inject-secret-a", "a"), key), "sidecar:/env/VAULT_CONFIG", null) with
        { Settings = settings };

    private static IEnumerable<RowCase> ConfigMap =>
    [
        RowCase.Gives("C1", "FilesOfTheConfigMapAreRun", Given.Pod(("agent-configmap", "c")), "init:/args/0", "\"touch /home/vault/.vault-token && vault agent -config=/vault/configs/config-init.hcl\""),
        RowCase.Gives("C1", "ItIsMounted", Given.Pod(("agent-configmap", "c")), "sidecar:/volumeMounts/~1vault~1configs/readOnly", "true"),
        RowCase.Gives("C2", "TheConnectionIsInTheEnvironment", Given.Pod(("agent-configmap", "c"), ("tls-server-name", "v")), "sidecar:/env/VAULT_TLS_SERVER_NAME/value", "\"v\""),
        RowCase.Gives("C2", "VerificationIsAlwaysSaid", Given.Pod(("agent-configmap", "c")), "sidecar:/env/VAULT_SKIP_VERIFY/value", "\"false\""),
        RowCase.Gives("C2", "ThereIsNoDocument", Given.Pod(("agent-configmap", "c")), "sidecar:/env/VAULT_CONFIG", null),
        RowCase.Gives("C3", "CustomVolumesStay", Given.Pod(("agent-configmap", "c"), ("agent-inject-secret-a", "a"), ("secret-volume-path-a", "/own")), "sidecar:/volumeMounts/~1own/name", "\"vault-secrets-custom-0\""),
        .. IgnoredWithAConfigMap,
        RowCase.Warns("C3", "ReplacedKeysGetAWarning", Given.Pod(("agent-configmap", "c")), "VI0170"),
        RowCase.Gives("C4", "RoleAndAddressAreNotNeeded", Given.Pod(("agent-configmap", "c"), ("role", null), ("service", string.Empty)), "sidecar:/env/VAULT_ADDR", null),
        RowCase.Denies("C4", "IgnoredKeysAreParsed", Given.Pod(("agent-configmap", "c"), ("agent-inject-token", "x")), Settings),
        RowCase.Gives("C5", "TheAddressIsPlain", Given.Pod(("agent-configmap", "c"), ("service", "http://$(HOST_IP):8200")), "sidecar:/env/VAULT_ADDR/value", "\"http://$(HOST_IP):8200\""),
    ];

    private static IEnumerable<RowCase> Messages =>
    [
        RowCase.Denies("E0", "WithoutAPod", null, "VI0101"),
        RowCase.Denies("E1", "BadSwitch", Given.Pod(("agent-inject", "yes")), "error checking if should inject agent: "),
        RowCase.Denies("E2", "SystemNamespace", Given.Pod(), "error with request namespace: cannot inject into system namespaces: kube-public") with { Namespace = "kube-public" },
        RowCase.Denies("E3", "InstallationWithoutAddress", Given.Pod(("service", "http://v")), Defaults, "address for Vault required") with { Settings = Given.Compatible with { VaultAddress = string.Empty } },
        RowCase.Denies("E3", "InstallationWithoutAuthPath", Given.Pod(("auth-path", "auth/k")), Defaults, "Vault Auth Path required") with { Settings = Given.Compatible with { AuthPath = string.Empty } },
        RowCase.Denies("E3", "RequestWithoutNamespace", Given.Pod(), Defaults, "kubernetes namespace required") with { Namespace = string.Empty },
        RowCase.Denies("E3", "NoPatch", Given.Pod(("agent-json-patch", "{}")), Defaults, "error parsing JSON patch for annotation vault.hashicorp.com/agent-json-patch: "),
        new("E4", "FaultsComeInTheReferencesOrder", Given.Pod(("agent-auto-auth-exit-on-err", "x"), ("agent-init-first", "y"), ("agent-inject-default-template", "z")), answer =>
        {
            Assert.StartsWith(Settings + "VI0103 Annotation 'vault.hashicorp.com/agent-init-first'", answer.Message, StringComparison.Ordinal);
            Assert.Equal(["VI0103", "VI0103", "VI0103"], answer.Codes);
        }),
        RowCase.Denies("E4", "DefaultTemplate", Given.Pod(("agent-inject-default-template", "FooBar")), Settings + "invalid default template type: foobar"),
        RowCase.Denies("E4", "SameUserOfARootApp", Given.Pod(("agent-run-as-same-user", "true")).With("/spec/containers/0/securityContext", "{\"runAsUser\":0}"), Settings + "container not allowed to run as root"),
        RowCase.Denies("E4", "SameUserWithoutContext", Given.Pod(("agent-run-as-same-user", "true")), Settings + "No SecurityContext found for Container 0"),
        RowCase.Denies("E4", "SameUserThatIsNoWholeNumber", Given.Pod(("agent-run-as-same-user", "true")).With("/spec/containers/0/securityContext", "{\"runAsUser\":1.5}"), Settings + "RunAsUser is nil for Container 0's SecurityContext"),
        RowCase.Denies("E4", "SameUserWithoutUser", Given.Pod(("agent-run-as-same-user", "true")).With("/spec/containers/0/securityContext", "{}"), Settings + "RunAsUser is nil for Container 0's SecurityContext"),
        RowCase.Denies("E4", "ProcessNamespaceSwitchedOff", Given.Pod(("agent-share-process-namespace", "true")).With("/spec/shareProcessNamespace", "false"), Settings + "shareProcessNamespace explicitly disabled on the pod, refusing to enable it"),
        RowCase.Denies("E5", "NamespaceComesFirst", Given.Pod(("agent-request-namespace", string.Empty), ("role", null), ("agent-image", string.Empty)), Validation + "namespace missing from request"),
        RowCase.Denies("E5", "ThenTheImage", Given.Pod(("role", null), ("agent-image", string.Empty)), Validation + "no Vault image found"),
        RowCase.Denies("E5", "ThenTheAuthType", Given.Pod(("auth-type", string.Empty), ("auth-path", string.Empty)), Validation + "no Vault Auth Type found"),
        RowCase.Denies("E5", "ThenTheRole", Given.Pod(("role", null), ("auth-path", string.Empty)), Validation + "no Vault role found"),
        RowCase.Denies("E5", "ThenTheAuthPath", Given.Pod(("auth-path", string.Empty), ("service", string.Empty)), Validation + "no Vault Auth Path found"),
        RowCase.Denies("E5", "ThenTheAddress", Given.Pod(("service", string.Empty)), Validation + "no Vault address found"),
        RowCase.Denies("E6", "PatchThatDoesNotApply", Given.Pod(("agent-json-patch", "[{\"op\":\"remove\",\"path\":\"/nope\"}]")), Patch + "failed to apply JSON patch: "),
        RowCase.Denies("E6", "PatchOfAWrongType", Given.Pod(("agent-json-patch", "[{\"op\":\"add\",\"path\":\"/image\",\"value\":7}]")), Patch),
    ];
}
