using System.Globalization;

namespace Injector.Benchmarks.Fuzzing;

/// <summary>The inputs of one subject: recorded ones that seed the search, and those a search found, one per line in base64.</summary>
/// <param name="subject">What is fuzzed.</param>
/// <param name="directory">Where both stand.</param>
internal sealed class FuzzCorpus(FuzzSubject subject, string directory)
{
    private const int MostKept = 2000;

    private string KeptFile => Path.Combine(directory, "fuzz.txt");

    /// <summary>The recorded and the kept inputs.</summary>
    public IEnumerable<byte[]> Seeds() => subject.Recorded(directory).Where(IsSmall).Concat(Kept());

    /// <summary>Writes every seed to a file of its own, as the fuzzer wants them.</summary>
    public void Export(string target)
    {
        Directory.CreateDirectory(target);
        var number = 0;
        foreach (var seed in Seeds())
        {
            File.WriteAllBytes(Path.Combine(target, number++.ToString("00000", CultureInfo.InvariantCulture)), seed);
        }
    }

    /// <summary>Adds inputs that the fuzzer found interesting; the shortest are kept.</summary>
    public void Keep(IEnumerable<byte[]> inputs)
    {
        var lines = Kept().Concat(inputs)
            .Where(IsSmall)
            .Select(Convert.ToBase64String)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static line => line.Length)
            .ThenBy(static line => line, StringComparer.Ordinal)
            .Take(MostKept);
        File.WriteAllText(KeptFile, string.Concat(lines.Select(static line => line + "\n")));
    }

    private bool IsSmall(byte[] input) => input.Length > 0 && input.Length <= subject.LargestSeed;

    private IEnumerable<byte[]> Kept() => File.Exists(KeptFile) ? File.ReadAllLines(KeptFile).Select(Convert.FromBase64String) : [];
}
