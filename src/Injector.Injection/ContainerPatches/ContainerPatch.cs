using System.Globalization;
using System.Text.Json;
using Injector.Injection.Pods;

namespace Injector.Injection.ContainerPatches;

/// <summary>The JSON patch of an agent container, from an annotation.</summary>
internal sealed class ContainerPatch
{
    /// <summary>Most values a container may have. Copies of copies grow exponentially; a real container has about a hundred.</summary>
    public const int LargestContainer = 20_000;

    private readonly IReadOnlyList<PatchOperation> _operations;

    private ContainerPatch(IReadOnlyList<PatchOperation> operations) => _operations = operations;

    public bool IsEmpty => _operations.Count == 0;

    /// <summary>Reads a patch. Empty, <c>null</c> and <c>[]</c> are patches without operations; a null operation fails when it is applied.</summary>
    public static ContainerPatch? Parse(string text, out string fault)
    {
        fault = string.Empty;
        if (text.Length == 0)
        {
            return new ContainerPatch([]);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            fault = string.Create(
                CultureInfo.InvariantCulture,
                $"it is no JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            return null;
        }

        using (document)
        {
            return Read(document.RootElement, out fault);
        }
    }

    /// <summary>Applies all operations.</summary>
    /// <param name="container">The container; changed in place, or replaced as a whole.</param>
    /// <param name="operation">Number of the operation that does not apply, from 1.</param>
    /// <param name="fault">Why it does not apply.</param>
    /// <returns>Whether all operations applied.</returns>
    public bool TryApply(ref JsonTree container, out int operation, out string fault)
    {
        operation = 0;
        fault = string.Empty;
        foreach (var step in _operations)
        {
            operation++;
            var reason = PatchStep.Apply(ref container, step);
            if (reason is null && step.Op == "copy" && container.Size > LargestContainer)
            {
                reason = $"the container would have more than {LargestContainer} values";
            }

            if (reason is not null)
            {
                fault = reason;
                return false;
            }
        }

        return true;
    }

    private static ContainerPatch? Read(JsonElement root, out string fault)
    {
        fault = string.Empty;
        if (root.ValueKind == JsonValueKind.Null)
        {
            return new ContainerPatch([]);
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            fault = "it is no array";
            return null;
        }

        var operations = new List<PatchOperation>();
        foreach (var item in root.EnumerateArray())
        {
            if (item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                fault = "an operation is no object";
                return null;
            }

            operations.Add(new PatchOperation(
                item.Member("op"u8).Text(), item.Member("path"u8).Text(), item.Member("from"u8).Text(), JsonTree.From(item.Member("value"u8))));
        }

        return new ContainerPatch(operations);
    }
}
