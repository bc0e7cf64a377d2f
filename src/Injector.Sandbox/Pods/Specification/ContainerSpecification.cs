using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>One container, with the pod's security context already applied.</summary>
internal sealed record ContainerSpecification
{
    public const string DefaultTerminationMessagePath = "/dev/termination-log";

    public required string Name { get; init; }

    public required string Image { get; init; }

    public required ContainerRole Role { get; init; }

    public required IReadOnlyList<string> Command { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string? WorkingDirectory { get; init; }

    public required IReadOnlyList<VariableSpecification> Environment { get; init; }

    public required IReadOnlyList<VariableGroup> EnvironmentFrom { get; init; }

    public required IReadOnlyList<VolumeMount> Mounts { get; init; }

    public required IReadOnlyDictionary<string, int> Ports { get; init; }

    public required JsonElement? Resources { get; init; }

    public required ContainerAction? PostStart { get; init; }

    public required ContainerAction? PreStop { get; init; }

    public required ProbeSpecification? Startup { get; init; }

    public required ProbeSpecification? Readiness { get; init; }

    public required ProbeSpecification? Liveness { get; init; }

    public required long? User { get; init; }

    public required long? Group { get; init; }

    public required bool HasReadOnlyRoot { get; init; }

    public required bool MayGainPrivileges { get; init; }

    public required string TerminationMessagePath { get; init; }

    public required bool FallsBackToLogs { get; init; }

    public static ContainerSpecification Read(JsonElement container, ContainerRole role, PodSecurity pod)
    {
        var security = container.Child("securityContext") ?? default;
        var lifecycle = container.Child("lifecycle") ?? default;
        var ports = container.Items("ports")
            .Where(port => port.Text("name") is not null)
            .ToDictionary(port => port.RequiredText("name"), port => (int)(port.Number("containerPort") ?? 0));
        return new ContainerSpecification
        {
            Name = container.RequiredText("name"),
            Image = container.Text("image") ?? string.Empty,
            Role = role == ContainerRole.Init && container.Text("restartPolicy") == "Always" ? ContainerRole.Sidecar : role,
            Command = container.Texts("command"),
            Arguments = container.Texts("args"),
            WorkingDirectory = container.Text("workingDir"),
            Environment = [.. container.Items("env").Select(VariableSpecification.Read)],
            EnvironmentFrom = [.. container.Items("envFrom").Select(VariableGroup.Read)],
            Mounts = [.. container.Items("volumeMounts").Select(VolumeMount.Read)],
            Ports = ports,
            Resources = container.Child("resources"),
            PostStart = lifecycle.Child("postStart") is { } postStart ? ContainerAction.Read(postStart, ports) : null,
            PreStop = lifecycle.Child("preStop") is { } preStop ? ContainerAction.Read(preStop, ports) : null,
            Startup = ProbeSpecification.Read(container.Child("startupProbe"), ports),
            Readiness = ProbeSpecification.Read(container.Child("readinessProbe"), ports),
            Liveness = ProbeSpecification.Read(container.Child("livenessProbe"), ports),
            User = security.Number("runAsUser") ?? pod.User,
            Group = security.Number("runAsGroup") ?? pod.Group,
            HasReadOnlyRoot = security.Flag("readOnlyRootFilesystem") ?? false,
            MayGainPrivileges = security.Flag("allowPrivilegeEscalation") ?? true,
            TerminationMessagePath = container.Text("terminationMessagePath") ?? DefaultTerminationMessagePath,
            FallsBackToLogs = container.Text("terminationMessagePolicy") == "FallbackToLogsOnError",
        };
    }
}
