using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Injector.Injection.Tests.Reference;

/// <summary>Reads the recorded cases.</summary>
internal static class ReferenceCorpus
{
    // Cases about HTTP itself are the webhook's.
    private const string Http = "http";

    private static readonly Lazy<IReadOnlyDictionary<string, ReferenceCase>> Loaded = new(Load);

    public static IReadOnlyCollection<ReferenceCase> Cases => [.. Loaded.Value.Values];

    public static ReferenceCase Find(string id) => Loaded.Value[id];

    private static Dictionary<string, ReferenceCase> Load()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "corpus", "injection.jsonl.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        var cases = new Dictionary<string, ReferenceCase>();
        while (reader.ReadLine() is { } line)
        {
            var item = JsonNode.Parse(line)!.AsObject();
            if ((string)item["group"]! != Http)
            {
                var loaded = Case(item);
                cases.Add(loaded.Id, loaded);
            }
        }

        return cases;
    }

    private static ReferenceCase Case(JsonObject item) => new(
        (string)item["id"]!,
        (string)item["group"]!,
        (string)item["webhook_profile"]!,
        item["review"]!["request"]!.AsObject(),
        item["expected"]!.AsObject(),
        item["any_of"] as JsonArray,
        item.ContainsKey("quirk") ? [.. (item["quirk_paths"] as JsonArray ?? ["/**"]).Select(path => (string)path!)] : null);
}
