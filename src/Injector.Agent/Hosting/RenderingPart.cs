using Injector.Contracts.Agent.Configuration;
using Injector.Rendering.Commands;
using Injector.Rendering.Processes;
using Injector.Rendering.Running;
using Injector.Rendering.Status;
using Injector.Rendering.Supervision;
using Injector.Vault.Kv;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>Rendering into files, or into the variables of a supervised process.</summary>
/// <param name="FirstPublication">Completes when everything was rendered once.</param>
/// <param name="Snapshot">What can be said at this moment.</param>
/// <param name="RunAsync">Renders until it is done or cancelled.</param>
internal sealed record RenderingPart(Task FirstPublication, Func<RenderingSnapshot> Snapshot, Func<CancellationToken, Task<RenderingOutcome>> RunAsync)
{
    public static RenderingPart Create(AgentSettings settings, RenderingSettings rendering, VaultDoor door, ITokenSource tokens, PartTools tools)
    {
        var mounts = new MountTable(door.Client, settings.Connection.Namespace);
        var surroundings = RenderingSetup.Surroundings(settings, tools);
        if (settings.Configuration.Exec is { } exec)
        {
            var supervised = new SupervisedEngine(rendering, ProgramOf(exec), door.Client, mounts, tokens, surroundings);
            return new RenderingPart(supervised.FirstPublication, supervised.Snapshot, supervised.RunAsync);
        }

        var engine = new RenderingEngine(rendering, door.Client, mounts, tokens, surroundings);
        return new RenderingPart(engine.FirstPublication, engine.Snapshot, engine.RunAsync);
    }

    private static SupervisedProgram ProgramOf(SupervisedProcess exec) => new(TemplateCommand.WordsOf(exec.Command, File.Exists(TemplateCommand.ShellPath) ? TemplateCommand.ShellPath : null))
    {
        Change = exec.RestartOnSecretChanges ? VariableChange.Restarts : VariableChange.IsLogged,
        OutputFile = exec.OutputFile,
        ErrorFile = exec.ErrorFile,
        StopSignal = exec.RestartStopSignal is { } name && SignalNumber.Find(name) is { } signal ? signal : SignalNumber.Terminate,
    };
}
