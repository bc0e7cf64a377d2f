using System.Runtime.CompilerServices;

namespace Injector.Agent.Tests;

/// <summary>Every rule about configuration, login, sinks and requests has a test that names it, or a reason why it has none.</summary>
public sealed class RuleCoverageTests
{
    private static readonly string[] Folders = ["Injector.Agent.Tests", "Injector.Vault.Tests", "Injector.Contracts.Tests"];

    private static readonly string[] Rules = [.. Numbered("C", 7), .. Numbered("K", 9), .. Numbered("T", 9), .. Numbered("S", 7), .. Numbered("R", 10), .. Numbered("P", 7), "A1", "A2", "A3", "A4", "A14", "A16"];

    /// <summary>Rules that are kept elsewhere, or kept differently.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["C3"] = "User, group and mounts are a matter of the image and of injection; the published binary is tested with them.",
        ["C6"] = "Which variables a container has is a matter of injection; each one's effect is tested where it is read.",
        ["C7"] = "Banner and health request are left out; differences.md says so.",
        ["T1"] = "The first renewal follows T2; differences.md says so.",
        ["P3"] = "Templates share leases with each other and with the next process, not with callers of the proxy; differences.md says so.",
        ["P4"] = "What is handed over has a form of its own; differences.md says so.",
        ["P7"] = "The hand-over is the improvement; its tests are those of rendering.",
    };

    [Fact]
    public void EveryRuleIsNamedInATest()
    {
        var root = Path.GetDirectoryName(Folder()) ?? "";
        var sources = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(nameof(RuleCoverageTests) + ".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToArray();

        var without = Rules.Where(rule => !Elsewhere.ContainsKey(rule) && !Array.Exists(sources, text => text.Contains($" {rule}_", StringComparison.Ordinal) || text.Contains($"_{rule}_", StringComparison.Ordinal)));

        Assert.Empty(without);
    }

    private static IEnumerable<string> Numbered(string prefix, int count) => Enumerable.Range(1, count).Select(number => $"{prefix}{number}");

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
