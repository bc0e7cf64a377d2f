using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>The API server's defaults of one volume.</summary>
internal static class VolumeDefaults
{
    private const int Mode = 420; // 0644
    private static readonly string[] WithMode = ["secret", "configMap", "downwardAPI", "projected"];

    public static void Apply(JsonObject volume)
    {
        if (volume.Count(member => member.Value is not null) == 1)
        {
            volume["emptyDir"] = new JsonObject();
        }

        foreach (var source in WithMode.Select(kind => volume[kind]).OfType<JsonObject>())
        {
            source.Default("defaultMode", Mode);
        }

        if (volume["hostPath"] is JsonObject host)
        {
            host.Default("type", string.Empty);
        }

        var projections = (volume["projected"] as JsonObject)?.Objects("sources") ?? [];
        foreach (var projection in projections)
        {
            if (projection["serviceAccountToken"] is JsonObject token)
            {
                token.Default("expirationSeconds", 3600);
            }

            Fields(projection["downwardAPI"] as JsonObject);
        }

        Fields(volume["downwardAPI"] as JsonObject);
    }

    private static void Fields(JsonObject? downward)
    {
        foreach (var field in (downward?.Objects("items") ?? []).Select(item => item["fieldRef"]).OfType<JsonObject>())
        {
            field.Default("apiVersion", "v1");
        }
    }
}
