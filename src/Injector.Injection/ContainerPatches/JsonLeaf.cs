using System.Text.Json;
using Injector.Injection.Pods;

namespace Injector.Injection.ContainerPatches;

/// <summary>A text, number, boolean or null.</summary>
internal sealed class JsonLeaf : JsonTree
{
    public JsonLeaf(JsonElement element) => Element = element;

    public static JsonLeaf Null { get; } = new(JsonElement.Parse("null"u8));

    public JsonElement Element { get; }

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public override int Size => 1;

    public override JsonTree Copy() => this;

    public override void Write(Utf8JsonWriter json) => json.WriteRawValue(Element.RawUtf8(), skipInputValidation: true);
}
