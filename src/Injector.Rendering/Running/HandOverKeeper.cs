using Injector.Rendering.Commands;
using Injector.Rendering.Dependencies;
using Injector.Rendering.HandOver;
using Injector.Templates.Dependencies;
using Injector.Vault.Login;

namespace Injector.Rendering.Running;

/// <summary>Takes up what an earlier process left, and leaves the present state for the next one.</summary>
internal sealed class HandOverKeeper
{
    private readonly RenderingSettings _settings;
    private readonly RenderingReport _report;
    private readonly TimeProvider _time;
    private HandOverState? _restored;
    private bool _hasFailed;

    public HandOverKeeper(RenderingSettings settings, RenderingReport report, TimeProvider time)
    {
        _settings = settings;
        _report = report;
        _time = time;
        _restored = settings.HandedOver;
    }

    /// <summary>Whether there is something new to leave.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Uses the handed-over state if its token is the one in use: leases of another token are dead.</summary>
    public void Begin(VaultToken token, CommandQueue commands)
    {
        IsDirty = true;
        if (_restored is { } restored && !restored.Token.Value.Equals(token.Value))
        {
            _restored = null;
        }

        if (_restored is not null)
        {
            commands.Restore(_restored.Files);
        }
    }

    /// <summary>Answers dependencies from the handed-over state. Returns those that have a value now.</summary>
    public List<Dependency> Revive(DependencyTable table, TimeSpan now)
    {
        var revived = new List<Dependency>();
        if (_restored is not { } restored || table.Token is null)
        {
            return revived;
        }

        foreach (var secret in restored.Secrets.Values)
        {
            if (table.Revive(secret, _time.GetUtcNow(), now))
            {
                revived.Add(secret.Dependency);
            }
        }

        foreach (var dependency in revived)
        {
            restored.Remove(dependency);
        }

        return revived;
    }

    /// <summary>Everything was rendered once: what was not taken up by now is not needed.</summary>
    public void End()
    {
        if (_restored is { } restored)
        {
            foreach (var dependency in restored.Secrets.Keys.ToArray())
            {
                restored.Remove(dependency);
            }

            _restored = null;
        }
    }

    /// <summary>Writes the present state, if anything changed.</summary>
    public void Save(DependencyTable table, CommandQueue commands, TimeSpan now)
    {
        if (!IsDirty || _settings.HandOver is not { } store || table.Token is not { } token)
        {
            return;
        }

        IsDirty = false;
        var state = Collect(table, commands, token, now);
        var fault = store.Save(state);
        foreach (var dependency in state.Secrets.Keys.ToArray())
        {
            state.Remove(dependency);
        }

        if (fault is not null && !_hasFailed)
        {
            _report.Note(fault);
        }

        _hasFailed = fault is not null;
    }

    private HandOverState Collect(DependencyTable table, CommandQueue commands, VaultToken token, TimeSpan now)
    {
        var wall = _time.GetUtcNow();
        var state = new HandOverState(token);
        foreach (var watch in table.Watches)
        {
            if (watch.Envelope is { } envelope && watch.Value is not null)
            {
                state.Add(new HandedOverSecret(watch.Dependency, envelope.Reveal().ToArray())
                {
                    Lease = watch.Lease,
                    LeaseSince = wall - (now - watch.LeaseSince),
                    NextAction = watch.NextAction,
                    Due = watch.Due is { } due ? wall + (due - now) : null,
                });
            }
        }

        foreach (var (destination, hash) in commands.Handled)
        {
            state.Add(destination, hash);
        }

        return state;
    }
}
