using System.Text.Json;

namespace Injector.Injection.Pods;

/// <summary>One volume mount of a container as it was submitted.</summary>
internal readonly record struct MountView(JsonElement Element)
{
    public string Volume => Element.Text("name"u8);

    public string Path => Element.Text("mountPath"u8);

    public bool HasSubPath => Element.Text("subPath"u8).Length > 0 || Element.Text("subPathExpr"u8).Length > 0;
}
