using System.Text;
using System.Text.Json;

namespace Injector.Benchmarks.Fuzzing;

/// <summary>The inputs that are kept: one per line, in base64, beside the recorded template cases that seed the search.</summary>
internal static class FuzzCorpus
{
    private const int LargestSeed = 2048;
    private const int MostKept = 2000;

    /// <summary>The recorded cases' templates and the kept inputs.</summary>
    public static IEnumerable<byte[]> Seeds(string directory)
    {
        foreach (var line in File.ReadAllText(Path.Combine(directory, "templates.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var text = Encoding.UTF8.GetBytes(document.RootElement.GetProperty("template").GetString() ?? "");
            if (text.Length <= LargestSeed)
            {
                yield return text;
            }
        }

        foreach (var input in Kept(directory))
        {
            yield return input;
        }
    }

    /// <summary>Writes every seed to a file of its own, as the fuzzer wants them.</summary>
    public static void Export(string directory, string target)
    {
        Directory.CreateDirectory(target);
        var number = 0;
        foreach (var seed in Seeds(directory))
        {
            File.WriteAllBytes(Path.Combine(target, number++.ToString("00000", System.Globalization.CultureInfo.InvariantCulture)), seed);
        }
    }

    /// <summary>Adds inputs that the fuzzer found interesting; the shortest are kept.</summary>
    public static void Keep(string directory, IEnumerable<byte[]> inputs)
    {
        var lines = Kept(directory).Concat(inputs)
            .Where(static input => input.Length is > 0 and <= LargestSeed)
            .Select(Convert.ToBase64String)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static line => line.Length)
            .ThenBy(static line => line, StringComparer.Ordinal)
            .Take(MostKept);
        File.WriteAllText(KeptFile(directory), string.Concat(lines.Select(static line => line + "\n")));
    }

    private static IEnumerable<byte[]> Kept(string directory) =>
        File.Exists(KeptFile(directory)) ? File.ReadAllLines(KeptFile(directory)).Select(Convert.FromBase64String) : [];

    private static string KeptFile(string directory) => Path.Combine(directory, "fuzz.txt");
}
