using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;
using Injector.Webhook.Certificates;
using Injector.Webhook.Hosting;
using Injector.Webhook.Settings;
using Injector.Webhook.Tracing;

namespace Injector.Webhook.CommandLine;

/// <summary>The subcommands.</summary>
internal sealed class WebhookCommand
{
    private readonly Func<string, string?> _environment;
    private readonly Stream _output;
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;

    public WebhookCommand(Func<string, string?> environment, Stream output, TextWriter errors, TimeProvider time)
    {
        _environment = environment;
        _output = output;
        _errors = errors;
        _time = time;
    }

    /// <summary>Runs the process.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="shutdown">Completes when the process is to end.</param>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(string[] arguments, Task shutdown)
    {
        switch (arguments)
        {
            case ["agent-inject", .. var flags] when flags.Any(static flag => flag is "-h" or "-help" or "--help"):
                return PrintAsync(UsageText.Flags());
            case ["agent-inject", .. var flags]:
                return ServeAsync(flags, shutdown);
            case ["version" or "-version" or "--version", ..]:
                return PrintAsync($"injector-webhook {ProductVersion.Informational}\n");
            case ["help" or "-h" or "-help" or "--help", ..]:
                return PrintAsync(UsageText.Subcommands);
            default:
                return RefuseAsync([Catalogue.Webhook.UnknownSubcommand.For("subcommand", arguments.FirstOrDefault() ?? string.Empty)], ExitCodes.Usage);
        }
    }

    private async Task<int> ServeAsync(string[] flags, Task shutdown)
    {
        var faults = WebhookSettingsReader.Read(flags, _environment, out var settings);
        if (settings is null)
        {
            return await RefuseAsync(faults, ExitCodes.Usage);
        }

        using var traces = TraceExport.Start(_environment);
        await using var host = new WebhookHost(settings, ClusterAccess.FromPod(_environment, settings.ServiceAccountFolder, _time), _output, _time);
        if (await host.StartAsync(CancellationToken.None) is { } refused)
        {
            return await RefuseAsync([refused], ExitCodes.Failure);
        }

        if (await Task.WhenAny(shutdown, host.Background) != shutdown)
        {
            // Nothing beside the server ends by itself: this throws what went wrong, and the kubelet starts the process anew.
            await host.Background;
        }

        await host.DrainAsync();
        return ExitCodes.Success;
    }

    private async Task<int> RefuseAsync(IReadOnlyList<Diagnostic> faults, int exitCode)
    {
        foreach (var fault in faults)
        {
            await _errors.WriteLineAsync(fault.ToString());
        }

        return exitCode;
    }

    private async Task<int> PrintAsync(string text)
    {
        await _output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        return ExitCodes.Success;
    }
}
