using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>A volume as one container sees it. <see cref="SubPathExpression"/> is expanded with the container's variables.</summary>
internal sealed record VolumeMount(string Volume, string Path, string? SubPath, string? SubPathExpression, bool IsReadOnly)
{
    public static VolumeMount Read(JsonElement mount) => new(
        mount.RequiredText("name"),
        "/" + mount.RequiredText("mountPath").Trim('/'),
        mount.Text("subPath"),
        mount.Text("subPathExpr"),
        mount.Flag("readOnly") ?? false);
}
