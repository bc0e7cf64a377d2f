using System.Text.Json.Nodes;

namespace Injector.TestKit.Goldens;

/// <summary>
/// A workload in a file and the pod that injection makes of it. The folder says in which installation: <c>compatible</c> (preset compatible, HashiCorp's
/// agent), <c>migrated</c> (preset compatible, our agent), <c>modern</c> and <c>restricted</c> (our agent, Kubernetes 1.34). The library, the webhook and
/// the command line are all held to the same files.
/// </summary>
/// <param name="Folder">The installation.</param>
/// <param name="Name">The file without its ending.</param>
public sealed record PodGolden(string Folder, string Name)
{
    /// <summary>Vault's address in every one of these installations.</summary>
    public const string VaultAddress = "https://vault.vault.svc:8200";

    private const string ConfigurationMark = "<see vault_config>";

    private static readonly string Root = Repository.PathOf("tests", "Injector.Injection.Tests", "Golden");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PodGolden> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new PodGolden(Path.GetFileName(Path.GetDirectoryName(file)) ?? string.Empty, Path.GetFileNameWithoutExtension(file))),
    ];

    /// <summary>Where its files are.</summary>
    public string FolderPath => Path.Combine(Root, Folder);

    /// <summary>The preset of the installation.</summary>
    public string Preset => Folder is "modern" or "restricted" ? Folder : "compatible";

    /// <summary>The agent of the installation.</summary>
    public string Engine => Folder == "compatible" ? "vault" : "injector";

    /// <summary>File with the result of an allowed pod.</summary>
    public string ResultName => $"{Name}.injected.json";

    /// <summary>File with the message of a denied pod.</summary>
    public string DenialName => $"{Name}.denied.txt";

    /// <summary>The workload's text.</summary>
    public string Manifest => File.ReadAllText(Path.Combine(FolderPath, $"{Name}.yaml"));

    /// <summary>The message of a denied pod; null when it is allowed.</summary>
    public string? Denial => ReadIfThere(DenialName)?.TrimEnd('\n');

    /// <summary>The resulting pod, its configuration documents taken out; null when it is denied.</summary>
    public JsonNode? Pod => ReadIfThere(ResultName) is { } text ? JsonNode.Parse(text)?["pod"] : null;

    /// <summary>Finds one by what <see cref="ToString"/> gives.</summary>
    /// <param name="text">Folder and name.</param>
    /// <returns>The golden.</returns>
    public static PodGolden Find(string text) => All.Single(golden => golden.ToString() == text);

    /// <summary>The same pod with its configuration documents taken out, as they are in <see cref="Pod"/>.</summary>
    /// <param name="pod">A pod.</param>
    /// <returns>A copy.</returns>
    public static JsonNode WithoutConfigurations(JsonNode pod)
    {
        var copy = pod.DeepClone();
        foreach (var variable in ((string[])["initContainers", "containers"]).SelectMany(list => copy["spec"]?[list] as JsonArray ?? [])
                     .SelectMany(container => container?["env"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (variable["name"]?.ToString() == "VAULT_CONFIG")
            {
                variable["value"] = ConfigurationMark;
            }
        }

        return copy;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Folder}/{Name}";

    private string? ReadIfThere(string name) => File.Exists(Path.Combine(FolderPath, name)) ? File.ReadAllText(Path.Combine(FolderPath, name)) : null;
}
