namespace Injector.TestKit.Goldens;

/// <summary>
/// A folder of expected results, checked in beside the tests. With <c>INJECTOR_UPDATE_GOLDENS=1</c> they are written instead of compared:
/// the difference in version control is then the review.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class GoldenFolder(string path)
{
    private const string UpdateVariable = "INJECTOR_UPDATE_GOLDENS";

    /// <summary>Compares a result with its golden.</summary>
    /// <param name="name">File name in the folder.</param>
    /// <param name="actual">The result.</param>
    /// <exception cref="GoldenMismatchException">There is no such golden, or it differs.</exception>
    public void Check(string name, string actual)
    {
        var file = Path.Combine(path, name);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(file, actual);
            return;
        }

        if (!File.Exists(file))
        {
            throw new GoldenMismatchException($"There is no golden '{file}'. Set {UpdateVariable}=1, run the test again and read what it wrote.");
        }

        var expected = File.ReadAllText(file);
        if (expected != actual)
        {
            throw new GoldenMismatchException($"The result differs from '{file}':\n{FirstDifference(expected, actual)}");
        }
    }

    /// <summary>Finds goldens that no test reads.</summary>
    /// <param name="used">The names the tests compare.</param>
    /// <returns>Names of files that are left over.</returns>
    public IReadOnlyList<string> Unused(IEnumerable<string> used) =>
        [.. Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Except(used, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(index => left.ElementAtOrDefault(index) != right.ElementAtOrDefault(index));
        return $"line {line + 1}\n- {left.ElementAtOrDefault(line) ?? "(end)"}\n+ {right.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
