using System.Text.Json;

namespace Injector.Injection.ContainerPatches;

/// <summary>A list.</summary>
internal sealed class JsonList : JsonTree
{
    public JsonList(List<JsonTree> items) => Items = items;

    public List<JsonTree> Items { get; }

    public override int Size => 1 + Items.Sum(item => item.Size);

    public override JsonTree Copy() => new JsonList([.. Items.Select(item => item.Copy())]);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
        {
            item.Write(json);
        }

        json.WriteEndArray();
    }
}
