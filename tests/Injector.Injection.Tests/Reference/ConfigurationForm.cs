using System.Text.Json.Nodes;

namespace Injector.Injection.Tests.Reference;

/// <summary>Brings a configuration document into a form in which equal meaning is equal text.</summary>
internal static class ConfigurationForm
{
    public static JsonNode? Of(JsonNode? document)
    {
        var form = document?.DeepClone();
        if (form is not JsonObject configuration)
        {
            return form;
        }

        if (configuration["template"] is JsonArray templates)
        {
            var sorted = templates.Select(item => item!.DeepClone())
                .OrderBy(item => item["destination"]?.ToString(), StringComparer.Ordinal).ThenBy(item => item.ToJsonString(), StringComparer.Ordinal);
            configuration["template"] = KeyedLists.Keyed(new JsonArray([.. sorted]), "destination", withOrder: false);
        }

        Sort(configuration["auto_auth"] as JsonObject, "sink");
        Sort(configuration, "disable_idle_connections");
        Sort(configuration, "disable_keep_alives");
        return form;
    }

    private static void Sort(JsonObject? parent, string name)
    {
        if (parent?[name] is JsonArray list)
        {
            parent[name] = new JsonArray([.. list.Select(item => item?.DeepClone()).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]);
        }
    }
}
