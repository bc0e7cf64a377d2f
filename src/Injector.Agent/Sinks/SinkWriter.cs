using Injector.Agent.Hosting;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Contracts.Secrecy;
using Injector.Vault.Login;

namespace Injector.Agent.Sinks;

/// <summary>Brings every new token to every sink. A failing sink is tried again every one to three seconds; a newer token replaces a pending one.</summary>
internal sealed class SinkWriter(IReadOnlyList<SinkFile> sinks, SinkContent contents, ITokenSource tokens, PartTools tools)
{
    private const string Source = "sink.file";
    private readonly Dictionary<SinkFile, FaultCadence> _cadences = sinks.ToDictionary(sink => sink, _ => new FaultCadence(tools.Time));
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when every sink has a token for the first time.</summary>
    public Task FirstDelivery => _first.Task;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        VaultToken? known = null;
        while (true)
        {
            var token = known = await tokens.WaitForOtherAsync(known, cancellationToken);
            await DeliverAsync(sink => WriteAsync(sink, token, cancellationToken), () => ReferenceEquals(tokens.Current, token), cancellationToken);
        }
    }

    /// <summary>Writes the JSON of a wrapped login instead of a token.</summary>
    public Task DeliverWrappedAsync(SecretText wrapInfo, CancellationToken cancellationToken) =>
        DeliverAsync(sink => Task.FromResult(Report(sink, sink.Write(wrapInfo.Reveal()))), () => true, cancellationToken);

    private async Task DeliverAsync(Func<SinkFile, Task<bool>> write, Func<bool> isCurrent, CancellationToken cancellationToken)
    {
        var pending = new List<SinkFile>(sinks);
        while (true)
        {
            for (var i = pending.Count - 1; i >= 0; i--)
            {
                if (await write(pending[i]))
                {
                    pending.RemoveAt(i);
                }
            }

            if (pending.Count == 0)
            {
                _first.TrySetResult();
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1 + (2 * tools.Chance())), tools.Time, cancellationToken);
            if (!isCurrent())
            {
                return;
            }
        }
    }

    private async Task<bool> WriteAsync(SinkFile sink, VaultToken token, CancellationToken cancellationToken)
    {
        var (content, fault) = await contents.OfAsync(token, sink.Settings, cancellationToken);
        return Report(sink, content is null ? fault : sink.Write(content.Reveal()));
    }

    private bool Report(SinkFile sink, Diagnostic? fault)
    {
        if (fault is null)
        {
            _cadences[sink].Reset();
            tools.Log.Write(EventLevel.Info, Source, "token written", new EventField("path", sink.Settings.Path));
            return true;
        }

        tools.Log.Write(
            _cadences[sink].IsDue(fault.Code) ? EventLevel.Error : EventLevel.Trace,
            Source,
            "error writing token",
            fault.Fields());
        return false;
    }
}
