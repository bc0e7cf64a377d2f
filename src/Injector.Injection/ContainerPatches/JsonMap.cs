using System.Text.Json;

namespace Injector.Injection.ContainerPatches;

/// <summary>An object: members in order.</summary>
internal sealed class JsonMap : JsonTree
{
    public List<KeyValuePair<string, JsonTree>> Members { get; } = [];

    public bool TryGet(string name, out JsonTree value)
    {
        var index = Members.FindIndex(member => member.Key == name);
        value = index < 0 ? JsonLeaf.Null : Members[index].Value;
        return index >= 0;
    }

    public void Set(string name, JsonTree value)
    {
        var index = Members.FindIndex(member => member.Key == name);
        if (index < 0)
        {
            Members.Add(new(name, value));
        }
        else
        {
            Members[index] = new(name, value);
        }
    }

    public bool Remove(string name) => Members.RemoveAll(member => member.Key == name) > 0;

    public override JsonTree Copy()
    {
        var copy = new JsonMap();
        copy.Members.AddRange(Members.Select(member => new KeyValuePair<string, JsonTree>(member.Key, member.Value.Copy())));
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
