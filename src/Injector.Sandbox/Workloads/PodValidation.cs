using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>The API server's checks that a faulty patch would fail first: names and mounts.</summary>
internal static class PodValidation
{
    public static void Check(JsonObject pod)
    {
        var spec = pod.Map("spec");
        var containers = spec.Objects("initContainers").Concat(spec.Objects("containers")).ToList();
        if (!spec.Objects("containers").Any())
        {
            throw Invalid("spec.containers", "Required value");
        }

        var volumes = spec.Objects("volumes").Select(volume => volume.Text("name") ?? string.Empty).ToList();
        Unique("spec.volumes", volumes);
        Unique("spec.containers and spec.initContainers", containers.Select(container => container.Text("name") ?? string.Empty));
        foreach (var container in containers)
        {
            var name = container.Text("name") ?? throw Invalid("a container's name", "Required value");
            if (container.Text("image") is null)
            {
                throw Invalid($"the image of container '{name}'", "Required value");
            }

            Unique($"the volumeMounts of container '{name}'", container.Objects("volumeMounts").Select(mount => mount.Text("mountPath") ?? string.Empty));
            if (container.Objects("volumeMounts").FirstOrDefault(mount => !volumes.Contains(mount.Text("name") ?? string.Empty)) is { } unknown)
            {
                throw Invalid($"the volumeMounts of container '{name}'", $"Not found: \"{unknown.Text("name")}\"");
            }
        }
    }

    private static void Unique(string where, IEnumerable<string> names)
    {
        var seen = new HashSet<string>();
        if (names.FirstOrDefault(name => !seen.Add(name)) is { } twice)
        {
            throw Invalid(where, $"Duplicate value: \"{twice}\"");
        }
    }

    private static ManifestException Invalid(string where, string why) => new($"The API server would reject the pod: {where}: {why}.");
}
