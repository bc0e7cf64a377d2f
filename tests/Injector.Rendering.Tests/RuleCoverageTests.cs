using System.Runtime.CompilerServices;

namespace Injector.Rendering.Tests;

/// <summary>Every rule about rendering has a test that names it, or a reason why it has none here.</summary>
public sealed class RuleCoverageTests
{
    private static readonly string[] Rules =
    [
        .. Numbered("W", 7), .. Numbered("X", 9), .. Numbered("E", 7), .. Numbered("Row", 8), .. Numbered("Rule62_", 6),
        "T2", "T3", "T5", "T9", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A17", "A18", "A19", "A20",
    ];

    /// <summary>Rules that are kept elsewhere.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["W7"] = "Two templates with one destination are refused by the reader of the configuration.",
        ["X9"] = "Which tools and processes a command finds is a matter of image and pod.",
        ["E1"] = "The keys of env_template are read by the reader of the configuration.",
        ["E6"] = "The program inherits the streams of the agent; files for them are a setting of newer agents that is not offered.",
        ["E7"] = "Whether annotations can ask for a supervised program is a matter of injection.",
    };

    [Fact]
    public void EveryRuleIsNamedInATest()
    {
        var sources = Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(nameof(RuleCoverageTests) + ".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToArray();

        var without = Rules.Where(rule => !Elsewhere.ContainsKey(rule)
            && !Array.Exists(sources, text => text.Contains(rule + "_", StringComparison.Ordinal)));

        Assert.Empty(without);
    }

    private static IEnumerable<string> Numbered(string prefix, int count) => Enumerable.Range(1, count).Select(number => $"{prefix}{number}");

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
