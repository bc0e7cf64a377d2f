using System.Text.Json;

namespace Injector.Injection.Patching;

/// <summary>Adds items to a list of the pod, which may be absent.</summary>
internal static class ListAddition
{
    /// <summary>Appends items: one operation each, or one for the whole list when there is none yet.</summary>
    /// <param name="patch">Receives the operations.</param>
    /// <param name="path">The list's path.</param>
    /// <param name="exists">Whether the pod has the list.</param>
    /// <param name="items">Write one item each.</param>
    public static void Append(PatchWriter patch, string path, bool exists, IReadOnlyList<Action<Utf8JsonWriter>> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        if (exists)
        {
            foreach (var item in items)
            {
                Add(patch, path + "/-", item);
            }

            return;
        }

        patch.BeginAdd(path);
        patch.Json.WriteStartArray();
        foreach (var item in items)
        {
            item(patch.Json);
        }

        patch.Json.WriteEndArray();
        patch.End();
    }

    /// <summary>Puts one item in front.</summary>
    public static void Prepend(PatchWriter patch, string path, bool exists, Action<Utf8JsonWriter> item)
    {
        if (exists)
        {
            Add(patch, path + "/0", item);
        }
        else
        {
            Append(patch, path, exists, [item]);
        }
    }

    private static void Add(PatchWriter patch, string path, Action<Utf8JsonWriter> item)
    {
        patch.BeginAdd(path);
        item(patch.Json);
        patch.End();
    }
}
