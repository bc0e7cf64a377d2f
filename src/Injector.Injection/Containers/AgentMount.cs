using System.Text.Json;
using Injector.Injection.Pods;

namespace Injector.Injection.Containers;

/// <summary>One mount of an agent container: of ours, or copied from one of the pod's own as it was submitted.</summary>
/// <param name="Volume">The volume's name.</param>
/// <param name="Path">Where it is mounted.</param>
/// <param name="IsReadOnly">Whether it is read-only.</param>
/// <param name="Copied">The mount it is a copy of.</param>
internal readonly record struct AgentMount(string Volume, string Path, bool IsReadOnly = false, MountView? Copied = null)
{
    public void Write(Utf8JsonWriter json)
    {
        if (Copied is { } original)
        {
            json.WriteRawValue(original.Element.RawUtf8(), skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        json.WriteString("name"u8, Volume);
        if (IsReadOnly)
        {
            json.WriteBoolean("readOnly"u8, true);
        }

        json.WriteString("mountPath"u8, Path);
        json.WriteEndObject();
    }
}
