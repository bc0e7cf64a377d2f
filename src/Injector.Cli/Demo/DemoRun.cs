using System.Net;
using System.Net.Sockets;
using Injector.Contracts.Agent;
using Injector.Sandbox.Administration;
using Injector.Sandbox.JsonPatch;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Demo;

/// <summary>The demo's story: Vault, webhook, a Deployment's pod with its files, a rotation, a Job, the summary.</summary>
internal sealed class DemoRun(DemoSettings settings, DemoConsole console, TimeProvider time)
{
    // Of manifests/examples/payments-deployment.yaml.
    private const int AppPort = 18080;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs everything and cleans up behind itself.</summary>
    /// <param name="cancellationToken">Ends the demo early.</param>
    /// <returns>The exit code: not 0 when any step's result is not what it should be.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            CheckBinaries();
            CheckPort();
            await PlayAsync(stop.Token);
            return ExitCodes.Success;
        }
        catch (Exception error) when (error is DemoFailure or HttpRequestException or ManifestException or JsonPatchException or PodSpecificationException or VaultAdministrationException)
        {
            console.Bad(error.Message);
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            console.Bad(cancellationToken.IsCancellationRequested ? "Interrupted." : "The demo did not get on for five minutes.");
            return ExitCodes.Failure;
        }
    }

    private void CheckBinaries()
    {
        foreach (var binary in (FileInfo[])[settings.Agent, settings.Webhook])
        {
            if (!binary.Exists)
            {
                throw new DemoFailure($"'{binary}' is missing. Run 'make demo', which publishes it first.");
            }
        }
    }

    private static void CheckPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, AppPort);
        try
        {
            probe.Start();
        }
        catch (SocketException)
        {
            throw new DemoFailure($"Port {AppPort} is taken, by another demo perhaps. The example's app listens there: pods of the sandbox share this machine's network.");
        }
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        console.Step(settings.RealVault is null ? "Start a sandbox that speaks Vault's API" : "Set up your Vault");
        await using var vault = await DemoVault.StartAsync(settings.RealVault, console, time, cancellationToken);

        console.Step("Start the webhook over TLS");
        await using var webhook = await DemoWebhook.StartAsync(settings, vault, console, time, cancellationToken);

        var cluster = new DemoCluster(settings, vault, webhook, console, time);
        console.Step("Submit payments-deployment.yaml: the pod its controller creates goes through /mutate");
        var admitted = await cluster.AdmitAsync("payments-deployment.yaml", "Deployment", cancellationToken);

        console.Step("Run the pod");
        var report = new DemoReport(admitted.Elapsed, settings.Binaries);
        await using (var pod = await cluster.RunAsync(admitted.Pod, cancellationToken))
        {
            var payments = new PaymentsPod(pod, console, time);
            report.Published = await payments.ShowFilesAsync(Patience, cancellationToken);

            console.Step("Rotate the database password in Vault");
            report.Rotation = await payments.RotateAsync(vault.Scenario, Patience, cancellationToken);
            report.AgentMemory = payments.AgentMemory();

            console.Step("Delete the pod");
            report.Shutdown = await payments.StopAsync(cancellationToken);
        }

        console.Step("Run settlement-job.yaml to completion");
        await RunJobAsync(cluster, cancellationToken);
        console.Summary("Summary", report.Rows());
        console.Note("Against your own Vault (a dev server will do): VAULT_ADDR=http://127.0.0.1:8200 VAULT_TOKEN=… make demo");
    }

    private async Task RunJobAsync(DemoCluster cluster, CancellationToken cancellationToken)
    {
        var admitted = await cluster.AdmitAsync("settlement-job.yaml", "Job", cancellationToken);
        await using var pod = await cluster.RunAsync(admitted.Pod, cancellationToken);
        using var patience = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var status = await console.WaitAsync("waiting until the Job is done", () => pod.WaitUntilEndedAsync(stop.Token));
        if (status.Phase != PodPhase.Succeeded)
        {
            throw new DemoFailure($"The Job's pod ended as {status.Phase}: {string.Join(' ', status.AllContainers.Select(container => container.TerminationMessage))}");
        }

        console.Block(string.Join('\n', pod.Log.Lines.Where(line => line.Container == "settle").Select(line => line.Text)));
        console.Good($"The pod is {status.Phase}; nothing is left running.");
    }
}
