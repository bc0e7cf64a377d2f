using Injector.Agent.Caching;
using Injector.Agent.Platform;
using Injector.Agent.Sinks;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Contracts.Secrecy;
using Injector.Rendering.Running;
using Injector.Vault;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>The parts of a run that talk to Vault: client, login, sinks, rendering.</summary>
internal sealed class AgentParts : IDisposable
{
    private static readonly TimeSpan RevocationLimit = TimeSpan.FromSeconds(3);

    private readonly AgentSettings _settings;
    private readonly PartTools _tools;
    private readonly VaultDoor _door;
    private readonly HandOver _handOver;
    private readonly StartGate _gate;
    private readonly TokenKeeper _keeper;
    private readonly SinkWriter _sinks;
    private readonly LeaseCache? _cache;
    private readonly RenderingPart? _rendering;

    private AgentParts(AgentSettings settings, PartTools tools, PartPlan plan, AutoAuth login)
    {
        (_settings, _tools, _door, _handOver) = (settings, tools, plan.Door, plan.HandOver);
        _gate = new StartGate(DurationText.TryParse(settings.Configuration.Injector?.InitPatience, out var patience) ? DurationText.Waitable(patience) : null, tools.Time)
        {
            Server = settings.Connection.Address.GetLeftPart(UriPartial.Authority),
        };
        SinkWriter? sinks = null;
        _keeper = new TokenKeeper(
            _door.Client,
            _handOver.Before(plan.Method, _door.Client, tools.Time),
            KeeperSettingsOf(login.Method) with
            {
                Credentials = login.ReauthenticateOnNewCredentials ? plan.Method as ICredentialWatch : null,
                OnFailure = _gate.Observe,
                Causes = tools.Causes,
                WrappedTokens = (wrapInfo, cancellationToken) => sinks?.DeliverWrappedAsync(wrapInfo, cancellationToken) ?? Task.CompletedTask,
            },
            tools.Log,
            tools.Time,
            tools.Chance);
        _gate.Watch(() => _keeper.State.Phase != LoginPhase.LoggingIn);
        _cache = settings.Configuration.Cache is null ? null : new LeaseCache(_door.Client, () => _keeper.Current?.Value, tools.Time, tools.Chance);
        _sinks = sinks = new SinkWriter([.. login.Sinks.Select(FileOf)], new SinkContent(_door.Client), _keeper, tools);
        if (login.Method.WrapTtl is not null && plan.Rendering is not null)
        {
            // Whoever unwraps the token owns it: the agent has none to read secrets with.
            tools.Log.Write(EventLevel.Warn, "config", "templates that read secrets will wait for ever", Catalogue.Agent.Conflict.For("auto_auth", "auto_auth", "auto_auth.method.wrap_ttl", "template").Fields());
        }

        _rendering = plan.Rendering is null ? null : RenderingPart.Create(settings, plan.Rendering, _door, _keeper, tools);
        State = new AgentState(_keeper, () => _rendering?.Snapshot(), WaitUntilReadyAsync(), settings.Connection.Address, tools.Time);
    }

    public AgentState State { get; }

    /// <summary>Passes requests of other containers on.</summary>
    public ApiProxy Proxy => new(_door.Transport, _settings.Connection, () => _keeper.Current?.Value, _settings.ProxyToken, _tools.Time)
    {
        Cache = _cache,
        OwnTokenRefused = ReportInvalid,
    };

    /// <summary>Completes when the start phase gives up on the login.</summary>
    public Task<AgentOutcome> Gate => _gate.Outcome;

    /// <returns>The parts, or why the process ends at once.</returns>
    public static (AgentParts? Parts, AgentOutcome Outcome) Create(AgentSettings settings, AutoAuth login, PartTools tools)
    {
        TrustStore.SkipUnlessNeeded(settings.Connection);
        var (plan, outcome) = PartPlan.Make(settings, login, tools);
        return plan is null ? (null, outcome) : (new AgentParts(settings, tools, plan, login), outcome);
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
            ReportRevocation(answer.Fault?.Summary);
            _handOver.Store?.Remove();
        }
        catch (OperationCanceledException)
        {
            ReportRevocation("no answer in time");
        }
    }

    public void Dispose()
    {
        _cache?.Dispose();
        _gate.Dispose();
        _door.Dispose();
    }

    private void ReportInvalid(SecretText refused)
    {
        if (_keeper.Current is { } token && token.Value.Equals(refused))
        {
            _keeper.ReportInvalid(token);
        }
    }

    private void ReportRevocation(string? error)
    {
        if (error is null)
        {
            _tools.Log.Write(EventLevel.Info, "auth.handler", "token revoked");
        }
        else
        {
            _tools.Log.Write(EventLevel.Warn, "auth.handler", "error revoking token", new EventField("error", error));
        }
    }

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

    private SinkFile FileOf(TokenSink sink) => new(sink, _tools.Chance)
    {
        Seal = sink.Encryption is { } encryption ? new SinkSeal(encryption, _settings.Environment) : null,
    };

    private async Task WaitUntilReadyAsync()
    {
        await _sinks.FirstDelivery;
        if (_rendering is not null)
        {
            await _rendering.FirstPublication;
        }
    }

    private async Task<AgentOutcome> KeepTokenAsync(CancellationToken cancellationToken) =>
        AgentOutcome.Failed(ExitCodes.LoginRefused, await _keeper.RunAsync(null, cancellationToken));

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
            if (outcome.ExitCode != ExitCodes.Success || _settings.Configuration is { Exec: not null, ExitAfterAuth: false })
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
