using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Reporting;

namespace Injector.Injection.Checks;

/// <summary>What the installation itself must provide, whatever the pod says.</summary>
internal static class InstallationChecks
{
    public static void Run(InjectionSettings settings, string @namespace, Report report)
    {
        if (settings.VaultAddress.Length == 0)
        {
            report.Deny(DenialStage.Defaults, Catalogue.Injection.AddressMissing.For("installation"), "address for Vault required");
        }

        if (settings.AuthPath.Length == 0)
        {
            report.Deny(DenialStage.Defaults, Catalogue.Injection.AuthPathMissing.For("installation"), "Vault Auth Path required");
        }

        if (@namespace.Length == 0)
        {
            report.Deny(DenialStage.Defaults, Catalogue.Injection.NamespaceMissing.For("request"), "kubernetes namespace required");
        }
    }
}
