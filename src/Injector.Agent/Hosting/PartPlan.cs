using Injector.Agent.Platform;
using Injector.Agent.Sinks;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Running;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>What the configuration asks for, checked and prepared but not running.</summary>
internal sealed record PartPlan(VaultDoor Door, ILoginMethod Method, RenderingSettings? Rendering, HandOver HandOver)
{
    /// <returns>The plan, or why there is none; every fault is logged.</returns>
    public static (PartPlan? Plan, AgentOutcome Outcome) Make(AgentSettings settings, AutoAuth login, PartTools tools)
    {
        var door = new VaultDoor(settings.Connection, tools);
        var handOver = HandOver.Open(settings.Configuration, tools.Log);
        var (method, methodFaults) = LoginMethods.Create(login.Method, new LoginContext(door.Client, settings.Connection, door.Connect, tools.Time, tools.Log));
        var (rendering, renderingFaults) = TemplateTrace.Follow(() => RenderingSetup.Create(settings, handOver), tools);
        List<Diagnostic> faults = [.. methodFaults, .. login.Sinks.SelectMany(sink => Check(sink, tools)), .. ExecCheck.Check(settings.Configuration.Exec), .. renderingFaults];
        if (method is not null && faults.Count == 0)
        {
            return (new PartPlan(door, method, rendering, handOver), AgentOutcome.Done);
        }

        door.Dispose();
        foreach (var fault in faults.SkipLast(1))
        {
            tools.Log.Write(EventLevel.Error, "config", "the agent cannot start", new EventField("code", fault.Code), new EventField("error", fault.Message));
        }

        return (null, AgentOutcome.Failed(renderingFaults.Count > 0 ? ExitCodes.TemplateFailed : ExitCodes.Usage, faults[^1]));
    }

    private static IEnumerable<Diagnostic> Check(TokenSink sink, PartTools tools)
    {
        if (sink.Encryption is not null && !Curve25519.IsAvailable)
        {
            yield return Catalogue.Agent.NotSupported.For("dh_type", "the encryption of sinks (dh_type) with this image's OpenSSL");
        }

        if (new SinkFile(sink, tools.Chance).Check() is { } fault)
        {
            yield return fault;
        }
    }
}
