using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Injector.Benchmarks.Fuzzing;

/// <summary>Reads the recorded cases of the tests as inputs.</summary>
internal static class RecordedInputs
{
    /// <summary>The texts of the recorded template cases.</summary>
    public static IEnumerable<byte[]> Templates(string directory) =>
        Lines(File.ReadAllText(Path.Combine(directory, "templates.jsonl"))).Select(line => Member(line, "template") is { } text ? Encoding.UTF8.GetBytes(text) : []);

    /// <summary>The bodies of the recorded admission cases.</summary>
    public static IEnumerable<byte[]> Reviews(string directory)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(directory, "injection.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. Lines(reader.ReadToEnd()).Select(line => Member(line, "review") is { } text ? Encoding.UTF8.GetBytes(text) : [])];
    }

    // Cases may hold line separators of Unicode, so only a line feed ends a line.
    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Member(string line, string name)
    {
        using var document = JsonDocument.Parse(line);
        return !document.RootElement.TryGetProperty(name, out var value) ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }
}
