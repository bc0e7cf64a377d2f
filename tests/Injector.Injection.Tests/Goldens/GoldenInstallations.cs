using Injector.Contracts.Injection;
using Injector.TestKit.Goldens;

namespace Injector.Injection.Tests.Goldens;

/// <summary>The installations of the golden pods.</summary>
internal static class GoldenInstallations
{
    public static InjectionSettings Settings(this PodGolden golden) => new()
    {
        Engine = golden.Engine == "vault" ? AgentEngine.Vault : AgentEngine.Injector,
        Preset = golden.Preset switch
        {
            "compatible" => InjectionPreset.Compatible,
            "restricted" => InjectionPreset.Restricted,
            _ => InjectionPreset.Modern,
        },
        VaultAddress = PodGolden.VaultAddress,
        Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) },
    };
}
