using System.Text.Json;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>What an image says about its process.</summary>
/// <param name="User">As <c>USER</c> says it.</param>
/// <param name="Environment">The variables.</param>
/// <param name="Entrypoint">Program and fixed arguments.</param>
/// <param name="Command">Arguments unless others are given.</param>
internal sealed record ImageConfiguration(string User, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Entrypoint, IReadOnlyList<string> Command)
{
    /// <summary>Reads the last stage of a Dockerfile.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <returns>What it sets.</returns>
    public static ImageConfiguration OfDockerfile(string file)
    {
        var stage = File.ReadLines(file).Reverse().TakeWhile(static line => !line.StartsWith("FROM ", StringComparison.Ordinal)).Reverse()
            .Select(static line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Where(static parts => parts.Length == 2)
            .ToLookup(static parts => parts[0], static parts => parts[1]);
        return new ImageConfiguration(
            stage["USER"].Single(),
            Variables(stage["ENV"].SelectMany(static line => line.Split(' '))),
            JsonSerializer.Deserialize<string[]>(stage["ENTRYPOINT"].Single()) ?? [],
            JsonSerializer.Deserialize<string[]>(stage["CMD"].Single()) ?? []);
    }

    /// <summary>Reads what <c>make images</c> wrote beside an unpacked image.</summary>
    /// <param name="file">The configuration of the Open Container Initiative's image format.</param>
    /// <returns>What it sets.</returns>
    public static ImageConfiguration OfImage(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return new ImageConfiguration(
            document.RootElement.GetProperty(nameof(User)).GetString() ?? string.Empty,
            Variables(Texts(document, "Env")),
            Texts(document, "Entrypoint"),
            Texts(document, "Cmd"));
    }

    private static string[] Texts(JsonDocument document, string name) =>
        [.. document.RootElement.GetProperty(name).EnumerateArray().Select(static item => item.GetString() ?? string.Empty)];

    private static Dictionary<string, string> Variables(IEnumerable<string> pairs) =>
        pairs.Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
}
