using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Demo;

/// <summary>What a cluster does with a manifest: make the pod, ask the webhook, apply its patch, run the result.</summary>
internal sealed class DemoCluster(DemoSettings settings, DemoVault vault, DemoWebhook webhook, DemoConsole console, TimeProvider time)
{
    /// <summary>Sends the pod of a manifest through the webhook.</summary>
    /// <param name="file">The manifest's file name.</param>
    /// <param name="kind">The workload in it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The pod as stored after the patch.</returns>
    public async Task<AdmittedPod> AdmitAsync(string file, string kind, CancellationToken cancellationToken)
    {
        var manifest = WorkloadManifest.Parse(await File.ReadAllTextAsync(Path.Combine(settings.Examples.FullName, file), cancellationToken));
        var pods = new WorkloadPods(new WorkloadPodOptions
        {
            Time = time,
            Chance = new Random().NextDouble,
            ServiceAccounts = [.. manifest.OfKind("ServiceAccount")],
        });
        var submitted = pods.Create(manifest.Single(kind));

        using var caller = new AdmissionCaller(webhook.Endpoint, PinnedRoot.Handler(webhook.CaBundlePem), time);

        // The first call pays for the connection, which an API server keeps; the second one is the figure.
        await caller.CallAsync(PodReviews.OfCreation(submitted, Guid.NewGuid().ToString()), cancellationToken);
        var answer = await caller.CallAsync(PodReviews.OfCreation(submitted, Guid.NewGuid().ToString()), cancellationToken);
        if (!answer.IsAllowed || answer.Patch is null)
        {
            throw new DemoFailure(answer.IsAllowed ? "The webhook left the pod as it was." : $"The webhook denied the pod: {answer.Message}");
        }

        var patched = answer.Patch.Apply(submitted)?.AsObject() ?? throw new DemoFailure("The patch removed the whole pod.");
        console.Good($"Allowed in {answer.Elapsed.TotalMilliseconds:F1} ms with a patch of {answer.Patch.Count} operations.");
        console.Note($"before: {Containers(submitted)}");
        console.Note($"after:  {Containers(patched)}");
        foreach (var warning in answer.Warnings)
        {
            console.Note($"warning: {warning}");
        }

        return new AdmittedPod(pods.Store(patched), answer.Elapsed);
    }

    /// <summary>Runs a stored pod.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running pod.</returns>
    public async Task<RunningPod> RunAsync(JsonObject pod, CancellationToken cancellationToken)
    {
        var runner = new PodRunner(new PodRunnerOptions
        {
            Images = DemoImages.For(settings, pod),
            Tokens = vault.Tokens,
            Isolation = settings.Isolation,
            Time = time,
        });
        var running = await runner.StartAsync(JsonSerializer.SerializeToElement(pod), cancellationToken);
        if (running.Isolation == PodIsolation.PathMapping)
        {
            console.Note("Without root and the right to mount, containers run as plain processes of yours: no users, no read-only roots, no memory file systems.");
        }

        return running;
    }

    private static string Containers(JsonObject pod) => string.Join(", ",
        Names(pod, "initContainers").Select(container => $"{container.Name} ({(container.IsSidecar ? "native sidecar" : "init")})")
            .Concat(Names(pod, "containers").Select(container => container.Name)));

    private static IEnumerable<(string Name, bool IsSidecar)> Names(JsonObject pod, string list) =>
        (pod["spec"]?[list] as JsonArray ?? []).Select(container =>
            (container?["name"]?.GetValue<string>() ?? "?", container?["restartPolicy"]?.GetValue<string>() == "Always"));
}
