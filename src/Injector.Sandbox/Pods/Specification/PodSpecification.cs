using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>The parts of a stored pod that decide how it runs.</summary>
internal sealed record PodSpecification
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    public required string Uid { get; init; }

    public required string ServiceAccount { get; init; }

    public required string NodeName { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public required IReadOnlyDictionary<string, string> Annotations { get; init; }

    public required RestartPolicy RestartPolicy { get; init; }

    public required TimeSpan GracePeriod { get; init; }

    public required PodSecurity Security { get; init; }

    public required IReadOnlyList<VolumeSpecification> Volumes { get; init; }

    public required IReadOnlyList<ContainerSpecification> InitContainers { get; init; }

    public required IReadOnlyList<ContainerSpecification> Containers { get; init; }

    public IEnumerable<ContainerSpecification> AllContainers => InitContainers.Concat(Containers);

    public static PodSpecification Read(JsonElement pod)
    {
        var metadata = pod.Child("metadata") ?? throw new PodSpecificationException("The pod has no 'metadata'.");
        var spec = pod.Child("spec") ?? throw new PodSpecificationException("The pod has no 'spec'.");
        var security = PodSecurity.Read(spec.Child("securityContext"));
        var containers = spec.Items("containers").Select(container => ContainerSpecification.Read(container, ContainerRole.App, security)).ToList();
        if (containers.Count == 0)
        {
            throw new PodSpecificationException("The pod has no containers.");
        }

        return new PodSpecification
        {
            Name = metadata.Text("name") ?? throw new PodSpecificationException("The pod has no name; a stored pod always has one."),
            Namespace = metadata.Text("namespace") ?? "default",
            Uid = metadata.Text("uid") ?? Guid.Empty.ToString(),
            ServiceAccount = spec.Text("serviceAccountName") ?? "default",
            NodeName = spec.Text("nodeName") ?? "sandbox",
            Labels = metadata.TextMap("labels"),
            Annotations = metadata.TextMap("annotations"),
            RestartPolicy = Policy(spec.Text("restartPolicy")),
            GracePeriod = spec.Seconds("terminationGracePeriodSeconds") ?? TimeSpan.FromSeconds(30),
            Security = security,
            Volumes = [.. spec.Items("volumes").Select(VolumeSpecification.Read)],
            InitContainers = [.. spec.Items("initContainers").Select(container => ContainerSpecification.Read(container, ContainerRole.Init, security))],
            Containers = containers,
        };
    }

    /// <summary>The user all containers agree on, or null: the kubelet makes that user the owner of projected tokens.</summary>
    public long? CommonUser()
    {
        var users = AllContainers.Select(container => container.User).Distinct().ToList();
        return users.Count == 1 ? users[0] : null;
    }

    private static RestartPolicy Policy(string? text) => text switch
    {
        null or "Always" => RestartPolicy.Always,
        "OnFailure" => RestartPolicy.OnFailure,
        "Never" => RestartPolicy.Never,
        _ => throw new PodSpecificationException($"spec.restartPolicy '{text}' is not known. Use Always, OnFailure or Never."),
    };
}
