using System.Globalization;
using Injector.Sandbox.Pods.Environments;
using Injector.Sandbox.Pods.Isolation;
using Injector.Sandbox.Pods.Processes;
using Injector.Sandbox.Pods.Specification;
using Injector.Sandbox.Pods.Volumes;

namespace Injector.Sandbox.Pods.Life;

/// <summary>Starts containers: variables, files, program.</summary>
internal sealed class ContainerLauncher(PodContext context, PodRunnerOptions options, PodVolumes volumes, IContainerHost host, ProcessStarter starter)
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    /// <summary>Starts one attempt.</summary>
    /// <exception cref="ContainerConfigException">Something that variables refer to is not there.</exception>
    /// <exception cref="ContainerStartException">The program cannot be executed.</exception>
    public async Task<ContainerAttempt> LaunchAsync(ContainerSpecification container, int attempt, CancellationToken cancellationToken)
    {
        var image = options.Images.GetValueOrDefault(container.Image)
            ?? throw new PodSpecificationException($"No local image stands for '{container.Image}' of container '{container.Name}'. Add it to the runner's images.");
        var environment = new ContainerEnvironment(context.Pod, options.Objects, ReadFile).Build(container, image);
        var command = Command(container, image, environment);
        var box = await host.PrepareAsync(Plan(container, image, attempt, environment), cancellationToken);
        try
        {
            if (!box.HasProgram(command[0], environment["PATH"]))
            {
                throw new ContainerStartException($"exec: \"{command[0]}\": executable file not found in $PATH");
            }

            var process = await LaunchedProcess.StartAsync(
                box.Start(command, environment),
                (stream, line) => context.Log.Add(new PodLogLine(context.Time.GetUtcNow(), container.Name, stream, line)),
                starter,
                context.Time);
            return new ContainerAttempt(container, environment, box, process, starter, context.Time);
        }
        catch
        {
            await box.DisposeAsync();
            throw;
        }
    }

    private static List<string> Command(ContainerSpecification container, LocalImage image, IReadOnlyDictionary<string, string> environment)
    {
        var program = container.Command.Count > 0 ? container.Command : image.Entrypoint;
        var arguments = container.Arguments.Count > 0 ? container.Arguments : container.Command.Count > 0 ? [] : image.Command;
        List<string> command = [.. program.Concat(arguments).Select(text => VariableExpansion.Expand(text, environment))];
        return command.Count > 0 ? command : throw new ContainerStartException("no command specified");
    }

    private ContainerPlan Plan(ContainerSpecification container, LocalImage image, int attempt, IReadOnlyDictionary<string, string> environment) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{container.Name}.{attempt}"),
        Hostname = context.Pod.Name,
        Image = image,
        Mounts = [.. container.Mounts.OrderBy(mount => mount.Path.Length).Select(mount => Bound(mount, environment))],
        WorkingDirectory = container.WorkingDirectory ?? image.WorkingDirectory,
        TerminationMessagePath = container.TerminationMessagePath,
        User = container.User ?? image.User,
        Group = container.Group ?? (container.User is null ? image.Group : 0),
        SupplementalGroups = context.Pod.Security.Groups,
        HasReadOnlyRoot = container.HasReadOnlyRoot,
        MayGainPrivileges = container.MayGainPrivileges,
    };

    private BoundPath Bound(VolumeMount mount, IReadOnlyDictionary<string, string> environment)
    {
        var source = volumes.Path(mount.Volume);
        var part = mount.SubPathExpression is { } expression ? VariableExpansion.Expand(expression, environment) : mount.SubPath;
        if (string.IsNullOrEmpty(part))
        {
            return new BoundPath(mount.Path, source, mount.IsReadOnly);
        }

        if (part.Split('/').Contains("..") || part.StartsWith('/'))
        {
            throw new ContainerConfigException($"subPath \"{part}\" must be a relative path without '..'");
        }

        var inner = source.Child(part);
        if (!Path.Exists(inner.Reachable))
        {
            Directory.CreateDirectory(inner.Reachable);
            File.SetUnixFileMode(inner.Reachable, Everybody);
        }

        return new BoundPath(mount.Path, inner, mount.IsReadOnly);
    }

    private string? ReadFile(VariableSource.FileKey file)
    {
        var path = volumes.Path(file.Volume).Child(file.Path).Reachable;
        return File.Exists(path) ? EnvironmentFile.Find(File.ReadAllText(path), file.Key) : null;
    }
}
