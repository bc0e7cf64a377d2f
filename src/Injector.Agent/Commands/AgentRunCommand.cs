using Injector.Agent.CommandLine;
using Injector.Agent.Configuring;
using Injector.Agent.Hosting;
using Injector.Agent.Logging;
using Injector.Agent.Platform;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Vault.Connection;

namespace Injector.Agent.Commands;

/// <summary><c>agent</c>: reads everything, reports every fault at once, then runs.</summary>
internal static class AgentRunCommand
{
    private const string Source = "config";

    public static async Task<int> RunAsync(AgentCommandLine line, IReadOnlyDictionary<string, string> environment)
    {
        NativeCalls.Harden();
        var (result, faults) = ConfigurationSources.Load(line.Configurations, environment);
        if (result is null)
        {
            return await RefuseAsync(faults, environment);
        }

        StartMemory.Take(result.Configuration.Templates.Count + result.Configuration.EnvironmentTemplates.Count);
        var configuration = result.Configuration with
        {
            ExitAfterAuth = line.ExitAfterAuth || result.Configuration.ExitAfterAuth,
            Templates = [.. result.Configuration.Templates.Select(FromHere)],
        };
        var (connection, connectionFaults) = ConnectionReader.Read(line.Connection, configuration, environment);
        List<Diagnostic> all = [.. result.Diagnostics, .. connectionFaults.Where(fault => fault.Severity == DiagnosticSeverity.Error || !result.HasErrors)];
        var log = LogFactory.Create(line, configuration, environment, all);
        if (all.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return await RefuseAsync(all, environment);
        }

        Warn(log, all);
        var settings = new AgentSettings(configuration, connection, line, environment);
        var outcome = await RunAsync(settings, log);
        if (outcome.Diagnostic is { } diagnostic)
        {
            log.Write(diagnostic.Severity == DiagnosticSeverity.Error ? EventLevel.Error : EventLevel.Warn, Source, "agent ends", diagnostic.Fields());
            TerminationMessage.Write(environment, [diagnostic]);
        }

        return outcome.ExitCode;
    }

    // Like every other path, a destination may start at the folder the agent was started in.
    private static TemplateEntry FromHere(TemplateEntry entry) =>
        entry.Destination.Length == 0 || entry.Destination[0] == '/' ? entry : entry with { Destination = TrimmedJoin(Environment.CurrentDirectory, entry.Destination) };

    private static string TrimmedJoin(string folder, string path) => folder.TrimEnd('/') + "/" + (path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);

    private static async Task<AgentOutcome> RunAsync(AgentSettings settings, EventLogWriter log)
    {
#pragma warning disable CA1031 // The one last-resort handler: a pod must show why its agent ended. Exception texts could hold data, so only types are shown.
        try
        {
            return await new AgentHost(settings, log).RunAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.Write(EventLevel.Error, "host", "internal fault", new EventField("exception", exception.GetType().Name), new EventField("stack", exception.StackTrace ?? ""));
            return AgentOutcome.Failed(ExitCodes.Failure, Catalogue.Agent.InternalFault.For("agent", exception.GetType().Name));
        }
#pragma warning restore CA1031
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var diagnostic in diagnostics)
        {
            await Console.Error.WriteLineAsync(diagnostic.ToString());
        }

        TerminationMessage.Write(environment, diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return ExitCodes.Usage;
    }

    private static void Warn(EventLogWriter log, List<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            log.Write(EventLevel.Warn, Source, "configuration warning", diagnostic.Fields());
        }
    }
}
