using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.JsonPatch;

/// <summary>A JSON Patch by RFC 6902. Either all of its operations are applied or none.</summary>
public sealed class JsonPatchDocument
{
    // A member twice in one operation has no meaning.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly IReadOnlyList<JsonPatchOperation> _operations;

    private JsonPatchDocument(IReadOnlyList<JsonPatchOperation> operations) => _operations = operations;

    /// <summary>The number of operations.</summary>
    public int Count => _operations.Count;

    /// <summary>Reads a patch.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The patch.</returns>
    /// <exception cref="JsonPatchException">It is malformed.</exception>
    public static JsonPatchDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var list = JsonNode.Parse(json, documentOptions: Strict) as JsonArray ?? throw new JsonPatchException("A patch must be a list of operations.");
            return new JsonPatchDocument([.. list.Select(JsonPatchOperation.Read)]);
        }
        catch (JsonException error)
        {
            throw new JsonPatchException($"The patch is not JSON: {error.Message}");
        }
    }

    /// <summary>Applies the patch to a copy.</summary>
    /// <param name="document">The document; it is left as it is.</param>
    /// <returns>The patched copy.</returns>
    /// <exception cref="JsonPatchException">An operation does not fit the document.</exception>
    public JsonNode? Apply(JsonNode? document)
    {
        var result = document?.DeepClone();
        for (var index = 0; index < _operations.Count; index++)
        {
            try
            {
                result = _operations[index].Apply(result);
            }
            catch (JsonPatchException error)
            {
                throw new JsonPatchException(string.Create(CultureInfo.InvariantCulture, $"Operation {index} of the patch: {error.Message}"));
            }
        }

        return result;
    }
}
