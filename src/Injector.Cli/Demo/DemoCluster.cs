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
        var pods = new WorkloadPods(new WorkloadPodOptions { Time = time, Chance = new Random().NextDouble });
        var submitted = pods.Create(manifest.Single(kind));

        using var caller = new AdmissionCaller(webhook.Endpoint, PinnedRoot.Handler(webhook.CaBundlePem), time);
        var (answer, elapsed) = await caller.CallAsync(submitted, cancellationToken);
        if (!answer.Allowed || answer.Patch is null)
        {
            throw new DemoFailure(answer.Allowed ? "The webhook left the pod as it was." : $"The webhook denied the pod: {answer.Message}");
        }

        var patched = answer.Patch.Apply(submitted)?.AsObject() ?? throw new DemoFailure("The patch removed the whole pod.");
        console.Good($"Allowed in {elapsed.TotalMilliseconds:F1} ms with a patch of {answer.Patch.Count} operations.");
        console.Note($"before: {Containers(submitted)}");
        console.Note($"after:  {Containers(patched)}");
        foreach (var warning in answer.Warnings)
        {
            console.Note($"warning: {warning}");
        }

        return new AdmittedPod(pods.Store(patched), elapsed);
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
            ConfigMaps = vault.ConfigMaps,
            Time = time,
        });
        return await runner.StartAsync(JsonSerializer.SerializeToElement(pod), cancellationToken);
    }

    private static string Containers(JsonObject pod) => string.Join(", ",
        Names(pod, "initContainers").Select(name => $"{name} (init)").Concat(Names(pod, "containers")));

    private static IEnumerable<string> Names(JsonObject pod, string list) =>
        (pod["spec"]?[list] as JsonArray ?? []).Select(container => container?["name"]?.GetValue<string>() ?? "?");
}
