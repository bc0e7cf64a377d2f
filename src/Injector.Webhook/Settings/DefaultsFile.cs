using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.Settings;

/// <summary>Defaults of annotations from a JSON file: one object of texts.</summary>
internal static class DefaultsFile
{
    public static Dictionary<string, string> Read(string path, ICollection<Diagnostic> found)
    {
        var defaults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (path.Length == 0)
        {
            return defaults;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (!TryCollect(document.RootElement, defaults))
            {
                found.Add(Unreadable(path, "it is not one JSON object whose values are strings"));
            }

            foreach (var name in defaults.Keys.Where(static name => AnnotationCatalogue.Find(name, out _) is null))
            {
                found.Add(Catalogue.Injection.UnknownAnnotation.For(
                    WebhookOptionTable.DefaultsFile.Name, name, $"It stands in the file of {WebhookOptionTable.DefaultsFile.Name}; all names stand in docs/reference/annotations.md."));
            }
        }
        catch (JsonException)
        {
            found.Add(Unreadable(path, "it is not JSON"));
        }
        catch (IOException)
        {
            found.Add(Unreadable(path, "it is missing or not a file"));
        }
        catch (UnauthorizedAccessException)
        {
            found.Add(Unreadable(path, "access is denied"));
        }

        return defaults;
    }

    private static bool TryCollect(JsonElement root, Dictionary<string, string> defaults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            defaults[member.Name[(member.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]] = member.Value.GetString() ?? string.Empty;
        }

        return true;
    }

    private static Diagnostic Unreadable(string path, string reason) =>
        Catalogue.Webhook.UnreadableFile.For(WebhookOptionTable.DefaultsFile.Name, WebhookOptionTable.DefaultsFile.Name, path, reason);
}
