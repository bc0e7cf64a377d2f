namespace Injector.Injection.ContainerPatches;

/// <summary>
/// Applies one operation as the reference's library does, which is laxer than RFC 6902: <c>replace</c> of a missing member adds it, a missing value is
/// null, indexes may have leading zeros and may count from the end. Unlike it, a <c>copy</c> from a missing member does not apply.
/// </summary>
internal static class PatchStep
{
    /// <summary>Applies the operation.</summary>
    /// <returns>Why it does not apply, or null.</returns>
    public static string? Apply(ref JsonTree document, PatchOperation step)
    {
        if (step.Op is not ("add" or "remove" or "replace" or "move" or "copy" or "test"))
        {
            return $"'{step.Op ?? "(none)"}' is no operation; use add, remove, replace, move, copy or test";
        }

        if (step.Path is null)
        {
            return "it has no path";
        }

        return step.Op switch
        {
            "replace" when step.Path.Length == 0 => ReplaceWhole(ref document, step.Value),
            "test" when step.Path.Length == 0 => JsonTree.Equal(document, step.Value) ? null : "the container is not equal to the value",
            "test" => Test(document, step.Path, step.Value),
            _ when step.Path.Length == 0 => "its path is empty",
            "add" => Add(document, step.Path, step.Value),
            "remove" => Remove(document, step.Path, out _),
            "replace" => Replace(document, step.Path, step.Value),
            "move" => Move(document, step),
            _ => Copy(document, step),
        };
    }

    private static string? ReplaceWhole(ref JsonTree document, JsonTree value)
    {
        document = value.Copy();
        return document is JsonMap ? null : "a container must be an object";
    }

    private static string? Add(JsonTree document, string path, JsonTree value)
    {
        switch (JsonPointer.Parent(document, path, out var last))
        {
            case JsonMap map:
                map.Set(last, value.Copy());
                return null;
            case JsonList list when JsonPointer.TryIndexForAdd(last, list.Items.Count, out var index):
                list.Items.Insert(index, value.Copy());
                return null;
            case JsonList:
                return $"there is no place '{last}' in the list";
            default:
                return $"'{path}' has no parent";
        }
    }

    private static string? Remove(JsonTree document, string path, out JsonTree removed)
    {
        removed = JsonLeaf.Null;
        switch (JsonPointer.Parent(document, path, out var last))
        {
            case JsonMap map when map.TryGet(last, out removed):
                map.Remove(last);
                return null;
            case JsonList list when JsonPointer.TryIndex(last, list.Items.Count, out var index):
                removed = list.Items[index];
                list.Items.RemoveAt(index);
                return null;
            default:
                return $"there is nothing at '{path}'";
        }
    }

    private static string? Replace(JsonTree document, string path, JsonTree value)
    {
        switch (JsonPointer.Parent(document, path, out var last))
        {
            case JsonMap map:
                map.Set(last, value.Copy());
                return null;
            case JsonList list when JsonPointer.TryIndex(last, list.Items.Count, out var index):
                list.Items[index] = value.Copy();
                return null;
            default:
                return $"there is nothing at '{path}'";
        }
    }

    private static string? Move(JsonTree document, PatchOperation step)
    {
        if (string.IsNullOrEmpty(step.From))
        {
            return "it has no from";
        }

        return Remove(document, step.From, out var moved) ?? Add(document, step.Path ?? string.Empty, moved);
    }

    private static string? Copy(JsonTree document, PatchOperation step)
    {
        if (string.IsNullOrEmpty(step.From))
        {
            return "it has no from";
        }

        return JsonPointer.TryGet(document, step.From, out var source)
            ? Add(document, step.Path ?? string.Empty, source)
            : $"there is nothing at '{step.From}'";
    }

    // A missing member is equal to null; a missing item is not.
    private static string? Test(JsonTree document, string path, JsonTree value) => JsonPointer.Parent(document, path, out _) switch
    {
        null => $"'{path}' has no parent",
        var parent when JsonPointer.TryGet(document, path, out var found) || parent is JsonMap =>
            JsonTree.Equal(found, value) ? null : $"'{path}' is not equal to the value",
        _ => $"there is nothing at '{path}'",
    };
}
