using Injector.Contracts.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Reporting;

/// <summary>
/// The order in which the reference looks at annotations. It reports its first fault only; ours come together, but the first one is the same.
/// Faults of a stage that is not listed here keep the order in which they were found.
/// </summary>
internal static class ReferenceOrder
{
    private static readonly string[] Settings =
    [
        TokenVolumeName.Name, ErrorOnMissingKey.Name, AgentInject.Name, InitFirst.Name, PrePopulate.Name, PrePopulateOnly.Name, RevokeOnShutdown.Name,
        RevokeGrace.Name, TlsSkipVerify.Name, RunAsUser.Name, RunAsGroup.Name, RunAsSameUser.Name, ShareProcessNamespace.Name, SetSecurityContext.Name,
        CacheEnable.Name, CacheExitOnError.Name, DefaultTemplate.Name, InjectToken.Name, ExitOnRetryFailure.Name, MaxConnectionsPerHost.Name,
        LeaseRenewalThreshold.Name, EnableQuit.Name, AutoAuthExitOnError.Name,
    ];

    public static int Of(DenialStage stage, string subject)
    {
        if (stage != DenialStage.Settings || AnnotationPrefixes.Split(subject, out var name) < 0)
        {
            return 0;
        }

        var place = Array.FindIndex(Settings, entry => name == entry || name.StartsWith(entry + "-", StringComparison.Ordinal) && entry == ErrorOnMissingKey.Name);
        return place < 0 ? Settings.Length : place;
    }
}
