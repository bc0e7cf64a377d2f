using System.Text.Json;
using Injector.Sandbox.Pods.Volumes;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>One entry of <c>spec.volumes</c>.</summary>
internal abstract record VolumeSpecification(string Name)
{
    private const long DefaultMode = 420; // 0644

    internal sealed record EmptyDirectory(string Name, bool IsMemory, long? SizeLimitBytes) : VolumeSpecification(Name);

    internal sealed record Projected(string Name, IReadOnlyList<ProjectionSource> Sources, long Mode) : VolumeSpecification(Name);

    internal sealed record HostPath(string Name, string Path) : VolumeSpecification(Name);

    public static VolumeSpecification Read(JsonElement volume)
    {
        var name = volume.RequiredText("name");
        return volume switch
        {
            _ when volume.Child("emptyDir") is { } empty => new EmptyDirectory(
                name,
                empty.Text("medium") == "Memory",
                empty.Text("sizeLimit") is { } limit ? Quantity.ToBytes(limit) : null),
            _ when volume.Child("projected") is { } projected =>
                new Projected(name, [.. projected.Items("sources").Select(ProjectionSource.Read)], projected.Number("defaultMode") ?? DefaultMode),
            _ when volume.Child("configMap") is { } configMap => new Projected(
                name,
                [new ProjectionSource.ConfigMap(configMap.RequiredText("name"), ProjectionItem.ReadAll(configMap), configMap.Flag("optional") ?? false)],
                configMap.Number("defaultMode") ?? DefaultMode),
            _ when volume.Child("secret") is { } secret => new Projected(
                name,
                [new ProjectionSource.Secret(secret.RequiredText("secretName"), ProjectionItem.ReadAll(secret), secret.Flag("optional") ?? false)],
                secret.Number("defaultMode") ?? DefaultMode),
            _ when volume.Child("downwardAPI") is { } downward =>
                new Projected(name, [new ProjectionSource.DownwardApi(ProjectionItem.ReadAll(downward))], downward.Number("defaultMode") ?? DefaultMode),
            _ when volume.Child("hostPath") is { } host => new HostPath(name, host.RequiredText("path")),
            // Storage that would outlive the pod: here it lives as long as the pod.
            _ when volume.Child("persistentVolumeClaim") is not null || volume.Child("ephemeral") is not null => new EmptyDirectory(name, false, null),
            _ when volume.EnumerateObject().Count() == 1 => new EmptyDirectory(name, false, null),
            _ => throw new PodSpecificationException(
                $"Volume '{name}' is of a kind the sandbox does not know. It knows emptyDir, projected, configMap, secret, downwardAPI, hostPath and persistentVolumeClaim."),
        };
    }
}
