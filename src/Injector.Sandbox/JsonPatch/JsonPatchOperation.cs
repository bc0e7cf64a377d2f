using System.Text.Json.Nodes;

namespace Injector.Sandbox.JsonPatch;

/// <summary>One operation of a patch.</summary>
internal abstract record JsonPatchOperation
{
    private JsonPatchOperation()
    {
    }

    internal sealed record Add(JsonPointer Path, JsonNode? Value) : JsonPatchOperation;

    internal sealed record Remove(JsonPointer Path) : JsonPatchOperation;

    internal sealed record Replace(JsonPointer Path, JsonNode? Value) : JsonPatchOperation;

    internal sealed record Move(JsonPointer Path, JsonPointer From) : JsonPatchOperation;

    internal sealed record Copy(JsonPointer Path, JsonPointer From) : JsonPatchOperation;

    internal sealed record Test(JsonPointer Path, JsonNode? Value) : JsonPatchOperation;

    public static JsonPatchOperation Read(JsonNode? node)
    {
        var operation = node as JsonObject ?? throw new JsonPatchException("An operation must be an object.");
        var path = JsonPointer.Parse(Text(operation, "path"));
        return Text(operation, "op") switch
        {
            "add" => new Add(path, ValueOf(operation)),
            "remove" => new Remove(path),
            "replace" => new Replace(path, ValueOf(operation)),
            "move" => new Move(path, JsonPointer.Parse(Text(operation, "from"))),
            "copy" => new Copy(path, JsonPointer.Parse(Text(operation, "from"))),
            "test" => new Test(path, ValueOf(operation)),
            var other => throw new JsonPatchException($"'{other}' is not an operation. RFC 6902 knows add, remove, replace, move, copy and test."),
        };
    }

    public JsonNode? Apply(JsonNode? document)
    {
        switch (this)
        {
            case Add add:
                return add.Path.Add(document, add.Value?.DeepClone());
            case Remove remove:
                return remove.Path.Remove(document);
            case Replace replace:
                return replace.Path.Replace(document, replace.Value?.DeepClone());
            case Move move when move.From.IsAbove(move.Path):
                throw new JsonPatchException($"'{move.From}' cannot be moved into itself at '{move.Path}'.");
            case Move move:
                var moved = move.From.Get(document)?.DeepClone();
                return move.Path.Add(move.From.Remove(document), moved);
            case Copy copy:
                return copy.Path.Add(document, copy.From.Get(document)?.DeepClone());
            case Test test when JsonNode.DeepEquals(test.Path.Get(document), test.Value):
                return document;
            case Test test:
                throw new JsonPatchException($"The test of '{test.Path}' failed.");
            default:
                return document;
        }
    }

    private static string Text(JsonObject operation, string name) =>
        operation[name] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new JsonPatchException($"An operation lacks the text '{name}'.");

    private static JsonNode? ValueOf(JsonObject operation) => operation.TryGetPropertyValue("value", out var value)
        ? value
        : throw new JsonPatchException("An operation that needs a 'value' has none.");
}
