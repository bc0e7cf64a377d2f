using System.Text.Json;

namespace Injector.Injection.ContainerPatches;

/// <summary>An object: members in order.</summary>
internal sealed class JsonMap : JsonTree
{
    public OrderedDictionary<string, JsonTree> Members { get; } = [];

    public override int Size => 1 + Members.Values.Sum(member => member.Size);

    public bool TryGet(string name, out JsonTree value)
    {
        var found = Members.TryGetValue(name, out var member);
        value = member ?? JsonLeaf.Null;
        return found;
    }

    public void Set(string name, JsonTree value) => Members[name] = value;

    public void Remove(string name) => Members.Remove(name);

    public override JsonTree Copy()
    {
        var copy = new JsonMap();
        foreach (var (name, value) in Members)
        {
            copy.Set(name, value.Copy());
        }

        return copy;
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Members)
        {
            json.WritePropertyName(name);
            value.Write(json);
        }

        json.WriteEndObject();
    }
}
