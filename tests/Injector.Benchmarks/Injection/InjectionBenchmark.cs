using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Injector.Contracts.Injection;
using Injector.Injection;

namespace Injector.Benchmarks.Injection;

/// <summary>Injection of an ordinary pod of 8 KB with five secrets, without and with reading the JSON.</summary>
[MemoryDiagnoser]
public class InjectionBenchmark
{
    private byte[] _text = [];
    private JsonDocument? _pod;
    private PodInjector? _injector;

    /// <summary>The installation: <c>modern</c> with our agent, <c>compatible</c> with HashiCorp's.</summary>
    [Params("modern", "compatible")]
    public string Preset { get; set; } = "";

    /// <summary>Makes the pod.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _text = BenchmarkPod.Create();
        _pod = JsonDocument.Parse(_text);
        _injector = new PodInjector(new InjectionSettings
        {
            Preset = Preset == "modern" ? InjectionPreset.Modern : InjectionPreset.Compatible,
            Engine = Preset == "modern" ? AgentEngine.Injector : AgentEngine.Vault,
            VaultAddress = "https://vault.vault.svc:8200",
            Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) },
        });
    }

    /// <summary>Lets the document go.</summary>
    [GlobalCleanup]
    public void CleanUp() => _pod?.Dispose();

    /// <summary>Decides and writes the patch.</summary>
    [Benchmark]
    public InjectionResult? Inject() => _pod is null ? null : _injector?.Inject(new InjectionRequest { Pod = _pod.RootElement, Namespace = "shop" });

    /// <summary>Reads the pod too.</summary>
    [Benchmark]
    public InjectionResult? ParseAndInject()
    {
        using var pod = JsonDocument.Parse(_text);
        return _injector?.Inject(new InjectionRequest { Pod = pod.RootElement, Namespace = "shop" });
    }
}
