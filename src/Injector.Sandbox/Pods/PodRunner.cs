using System.Text.Json;
using Injector.Sandbox.Pods.Isolation;
using Injector.Sandbox.Pods.Life;
using Injector.Sandbox.Pods.Processes;
using Injector.Sandbox.Pods.Specification;
using Injector.Sandbox.Pods.Volumes;

namespace Injector.Sandbox.Pods;

/// <summary>Runs pods as a kubelet would, with local processes in place of containers.</summary>
/// <param name="options">What the pods run on.</param>
public sealed class PodRunner(PodRunnerOptions options)
{
    /// <summary>Starts a pod; its containers start in the background.</summary>
    /// <param name="pod">The pod as the API server stores it.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <returns>The running pod.</returns>
    /// <exception cref="PodSpecificationException">The pod cannot be run here.</exception>
    public async Task<RunningPod> StartAsync(JsonElement pod, CancellationToken cancellationToken)
    {
        var specification = PodSpecification.Read(pod);
        var context = new PodContext(specification, new PodStatusBoard(specification, options.Time), new PodLog(), new ContainerActions(options.Time), options.Time);
        var host = await CreateHostAsync(cancellationToken);
        var starter = new ProcessStarter();
        try
        {
            var content = new VolumeContent(specification, options.Objects, options.Tokens);
            var volumes = await PodVolumes.CreateAsync(specification, content, host, options.Time, cancellationToken);
            var launcher = new ContainerLauncher(context, options, volumes, host, starter);
            return new RunningPod(context, host, starter, volumes, new PodLife(context, container => new ContainerLife(container, context, launcher)));
        }
        catch
        {
            await host.DisposeAsync();
            starter.Dispose();
            context.Actions.Dispose();
            throw;
        }
    }

    private async Task<IContainerHost> CreateHostAsync(CancellationToken cancellationToken) => options.Isolation switch
    {
        PodIsolation.PathMapping => new PathMappingHost(),
        PodIsolation.Namespaces => await NamespaceHost.TryCreateAsync(cancellationToken)
            ?? throw new PodSpecificationException("Namespaces need root with the right to mount, and util-linux. Use the isolation 'Detected' or 'PathMapping'."),
        _ => await NamespaceHost.TryCreateAsync(cancellationToken) is { } host ? host : new PathMappingHost(),
    };
}
