using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Sandbox.Workloads;
using Injector.TestKit;

namespace Injector.Injection.Tests.Goldens;

/// <summary>
/// A workload in a file, and the folder that says in which installation: <c>compatible</c> (HashiCorp's agent), <c>migrated</c> (preset compatible with our
/// agent), <c>modern</c>, <c>restricted</c>.
/// </summary>
internal sealed record GoldenCase(string Folder, string Name)
{
    private static readonly string Root = Repository.PathOf("tests", "Injector.Injection.Tests", "Golden");

    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new GoldenCase(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file))),
    ];

    public string FolderPath => Path.Combine(Root, Folder);

    public string ResultName => $"{Name}.injected.json";

    public string DenialName => $"{Name}.denied.txt";

    public InjectionSettings Settings => Folder switch
    {
        "compatible" => Reference(AgentEngine.Vault),
        "migrated" => Reference(AgentEngine.Injector),
        "modern" => Ours(InjectionPreset.Modern),
        "restricted" => Ours(InjectionPreset.Restricted),
        _ => throw new DirectoryNotFoundException($"No installation belongs to the folder '{Folder}'."),
    };

    /// <summary>The pod as mutating webhooks see it.</summary>
    public JsonObject Pod(WorkloadPods pods) => pods.Create(WorkloadManifest.Parse(File.ReadAllText(Path.Combine(FolderPath, $"{Name}.yaml"))).Objects[0]);

    public override string ToString() => $"{Folder}/{Name}";

    private static InjectionSettings Reference(AgentEngine engine) => new()
    {
        Engine = engine,
        Preset = InjectionPreset.Compatible,
        VaultAddress = "https://vault.vault.svc:8200",
    };

    private static InjectionSettings Ours(InjectionPreset preset) => new()
    {
        Preset = preset,
        VaultAddress = "https://vault.vault.svc:8200",
        Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) },
    };
}
