using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Checks;

/// <summary>Finds annotations that are known but do nothing in this pod.</summary>
internal static class EffectChecks
{
    private static readonly AnnotationDefinition[] ReplacedByConfigMap =
    [
        Role, AuthType, AuthPath, AuthMinBackoff, AuthMaxBackoff, AutoAuthExitOnError, VaultNamespace, InjectToken, CacheUseAutoAuthToken, CacheListenerPort,
        CacheExitOnError, ExitOnRetryFailure, StaticSecretRenderInterval, MaxConnectionsPerHost, LeaseRenewalThreshold, EnableQuit, DisableIdleConnections,
        DisableKeepAlives, DefaultTemplate, InitPatience, InitDeadline,
    ];

    public static void Run(AgentPlan plan, PodView pod, AnnotationReader reader)
    {
        if (plan.UsesConfigMap)
        {
            foreach (var definition in ReplacedByConfigMap.Where(reader.Annotations.IsOnPod))
            {
                var key = reader.Annotations.KeyOf(definition);
                reader.Report.Warn(Catalogue.Injection.FixedSettings.For(key, plan.ConfigMap, key));
            }
        }

        if (reader.Annotations.IsOnPod(CopyVolumeMounts) && plan.CopyMountsFrom.Length > 0
            && !pod.Containers.Concat(pod.InitContainers).Any(container => container.Name == plan.CopyMountsFrom))
        {
            var key = reader.Annotations.KeyOf(CopyVolumeMounts);
            reader.Report.Warn(Catalogue.Injection.UnknownContainer.For(key, key, ShortValue.Of(plan.CopyMountsFrom)));
        }

        WarnIf(reader, GoMaxProcs, plan.Engine == AgentEngine.Injector, "our agent chooses its number of threads itself");
        WarnIf(reader, InitJsonPatch, !plan.HasInit, "there is no init container of its own");
        WarnIf(reader, JsonPatch, plan.Layout is AgentLayout.InitOnly or AgentLayout.None, "there is no sidecar");
        WarnIf(reader, Gate, plan.Layout != AgentLayout.Native, "only a native sidecar has a start gate");
        WarnIf(reader, TokenAudience, plan.Token.Projection is null, "the login uses a token that Kubernetes mounted");
        WarnIf(reader, TokenExpiry, plan.Token.Projection is null, "the login uses a token that Kubernetes mounted");
        WarnIf(reader, CommandIn, plan.IsNative, "there is one agent container");
    }

    private static void WarnIf(AnnotationReader reader, AnnotationDefinition definition, bool isWithoutEffect, string reason)
    {
        if (isWithoutEffect && reader.Annotations.IsOnPod(definition))
        {
            var key = reader.Annotations.KeyOf(definition);
            reader.Report.Warn(Catalogue.Injection.NoEffect.For(key, key, reason));
        }
    }
}
