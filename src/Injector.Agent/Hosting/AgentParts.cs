using Injector.Agent.Platform;
using Injector.Agent.Sinks;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Running;
using Injector.Vault;
using Injector.Vault.Connection;
using Injector.Vault.Http;
using Injector.Vault.Kv;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>The parts of a run that talk to Vault: client, login, sinks, rendering.</summary>
internal sealed class AgentParts : IDisposable
{
    private static readonly TimeSpan RevocationLimit = TimeSpan.FromSeconds(3);

    private readonly AgentSettings _settings;
    private readonly PartTools _tools;
    private readonly VaultDoor _door;
    private readonly StartGate _gate;
    private readonly TokenKeeper _keeper;
    private readonly SinkWriter _sinks;
    private readonly RenderingEngine? _rendering;

    private AgentParts(AgentSettings settings, PartTools tools, VaultDoor door, ILoginMethod method, RenderingSettings? rendering)
    {
        _settings = settings;
        _tools = tools;
        _door = door;
        var login = settings.Configuration.AutoAuth ?? throw new ArgumentException("A run without login has no parts.", nameof(settings));
        _gate = new StartGate(DurationText.TryParse(settings.Configuration.Injector?.InitPatience, out var patience) ? patience : null, tools.Time);
        SinkWriter? sinks = null;
        _keeper = new TokenKeeper(
            door.Client,
            method,
            KeeperSettingsOf(login.Method) with
            {
                Credentials = login.ReauthenticateOnNewCredentials ? method as ICredentialWatch : null,
                OnFailure = _gate.Observe,
                WrappedTokens = (wrapInfo, cancellationToken) => sinks?.DeliverWrappedAsync(wrapInfo, cancellationToken) ?? Task.CompletedTask,
            },
            tools.Log,
            tools.Time,
            tools.Chance);
        _sinks = sinks = new SinkWriter([.. login.Sinks.Select(sink => new SinkFile(sink, tools.Chance))], new SinkContent(door.Client), _keeper, tools);
        _rendering = rendering is null ? null : new RenderingEngine(
            rendering,
            door.Client,
            new MountTable(door.Client, settings.Connection.Namespace),
            _keeper,
            RenderingSetup.Surroundings(settings, tools));
        State = new AgentState(_keeper, () => _rendering?.Snapshot(), WaitUntilReadyAsync(), settings.Connection.Address, tools.Time);
    }

    public AgentState State { get; }

    /// <summary>Completes when the start phase gives up on the login.</summary>
    public Task<AgentOutcome> Gate => _gate.Outcome;

    /// <returns>The parts, or why the process ends at once.</returns>
    public static (AgentParts? Parts, AgentOutcome Outcome) Create(AgentSettings settings, AutoAuth login, PartTools tools)
    {
        TrustStore.SkipUnlessNeeded(settings.Connection, settings.Environment);
        var door = new VaultDoor(settings.Connection, tools.Time);
        var (method, methodFaults) = LoginMethods.Create(login.Method, new LoginContext(door.Client, settings.Connection, door.Connect, tools.Time, tools.Log));
        var (rendering, renderingFaults) = RenderingSetup.Create(settings);
        List<Diagnostic> faults = [.. methodFaults, .. renderingFaults];
        foreach (var sink in login.Sinks)
        {
            if (sink.Encryption is not null)
            {
                // The platform has no X25519, and we do not write cryptography ourselves.
                faults.Add(Catalogue.Agent.NotSupported.For("dh_type", "the encryption of sinks (dh_type)"));
            }

            if (new SinkFile(sink, tools.Chance).Check() is { } fault)
            {
                faults.Add(fault);
            }
        }

        if (method is not null && faults.Count == 0)
        {
            return (new AgentParts(settings, tools, door, method, rendering), AgentOutcome.Done);
        }

        door.Dispose();
        foreach (var fault in faults.SkipLast(1))
        {
            tools.Log.Write(EventLevel.Error, "config", "the agent cannot start", new EventField("code", fault.Code), new EventField("error", fault.Message));
        }

        return (null, AgentOutcome.Failed(renderingFaults.Count > 0 ? ExitCodes.TemplateFailed : ExitCodes.Usage, faults[^1]));
    }

    /// <summary>Starts everything. The first task that completes ends the run; the others end with the token.</summary>
    public List<Task<AgentOutcome>> Start(CancellationToken cancellationToken) =>
        [KeepTokenAsync(cancellationToken), DeliverAsync(cancellationToken), RenderAsync(cancellationToken)];

    /// <summary>Revokes the token, and with it every lease, when the configuration asks for it.</summary>
    public async Task RevokeAsync()
    {
        if (_settings.Configuration.Injector is not { RevokeOnShutdown: true } settings || _keeper.Current is not { } token)
        {
            return;
        }

        if (DurationText.OrDefault(settings.RevokeGrace, TimeSpan.Zero) is var grace && grace > TimeSpan.Zero)
        {
            await Task.Delay(grace, _tools.Time, CancellationToken.None);
        }

        using var limit = new CancellationTokenSource(RevocationLimit, _tools.Time);
        try
        {
            var answer = await _door.Client.SendAsync(VaultRequest.Write("auth/token/revoke-self", token.Value, default), limit.Token);
            _tools.Log.Write(
                answer.Fault is null ? EventLevel.Info : EventLevel.Warn,
                "auth.handler",
                answer.Fault is null ? "token revoked" : "error revoking token",
                new EventField("error", answer.Fault?.Summary ?? ""));
        }
        catch (OperationCanceledException)
        {
            _tools.Log.Write(EventLevel.Warn, "auth.handler", "error revoking token", new EventField("error", "no answer in time"));
        }
    }

    public void Dispose() => _door.Dispose();

    private static KeeperSettings KeeperSettingsOf(AuthMethod login)
    {
        var defaults = new KeeperSettings();
        return defaults with
        {
            MinBackoff = DurationText.OrDefault(login.MinBackoff, defaults.MinBackoff),
            MaxBackoff = DurationText.OrDefault(login.MaxBackoff, defaults.MaxBackoff),
            ExitOnError = login.ExitOnError,
        };
    }

    private async Task WaitUntilReadyAsync()
    {
        await _sinks.FirstDelivery;
        if (_rendering is not null)
        {
            await _rendering.FirstPublication;
        }
    }

    private async Task<AgentOutcome> KeepTokenAsync(CancellationToken cancellationToken)
    {
        var diagnostic = await _keeper.RunAsync(null, cancellationToken);
        return AgentOutcome.Failed(ExitCodes.LoginRefused, diagnostic);
    }

    private async Task<AgentOutcome> DeliverAsync(CancellationToken cancellationToken)
    {
        await _sinks.RunAsync(cancellationToken);
        return AgentOutcome.Done;
    }

    private async Task<AgentOutcome> RenderAsync(CancellationToken cancellationToken)
    {
        if (_rendering is not null)
        {
            var outcome = await _rendering.RunAsync(cancellationToken);
            if (outcome.ExitCode != ExitCodes.Success)
            {
                return new AgentOutcome(outcome.ExitCode, outcome.Diagnostic);
            }
        }

        if (_settings.Configuration.ExitAfterAuth)
        {
            await _sinks.FirstDelivery.WaitAsync(cancellationToken);
            return AgentOutcome.Done;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, _tools.Time, cancellationToken);
        return AgentOutcome.Done;
    }
}
