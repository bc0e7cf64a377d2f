using Injector.Agent.Hosting;
using Injector.Contracts.Logging;
using Injector.Contracts.Secrecy;
using Injector.Vault.Login;

namespace Injector.Agent.Sinks;

/// <summary>Brings every new token to every sink. A failing sink is tried again every one to three seconds; a newer token replaces a pending one.</summary>
internal sealed class SinkWriter(IReadOnlyList<SinkFile> sinks, ITokenSource tokens, PartTools tools)
{
    private const string Source = "sink.file";
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when every sink has a token for the first time.</summary>
    public Task FirstDelivery => _first.Task;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        VaultToken? known = null;
        while (true)
        {
            known = await tokens.WaitForOtherAsync(known, cancellationToken);
            await DeliverAsync(known.Value, () => tokens.Current, known, cancellationToken);
        }
    }

    /// <summary>Writes the JSON of a wrapped login instead of a token.</summary>
    public Task DeliverWrappedAsync(SecretText wrapInfo, CancellationToken cancellationToken) => DeliverAsync(wrapInfo, () => null, null, cancellationToken);

    private async Task DeliverAsync(SecretText content, Func<VaultToken?> current, VaultToken? own, CancellationToken cancellationToken)
    {
        var pending = sinks;
        while (true)
        {
            pending = [.. pending.Where(sink => !Write(sink, content))];
            if (pending.Count == 0)
            {
                _first.TrySetResult();
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1 + (2 * tools.Chance())), tools.Time, cancellationToken);
            if (!ReferenceEquals(current(), own))
            {
                return;
            }
        }
    }

    private bool Write(SinkFile sink, SecretText content)
    {
        if (sink.Write(content.Reveal()) is not { } fault)
        {
            tools.Log.Write(EventLevel.Info, Source, "token written", new EventField("path", sink.Path));
            return true;
        }

        tools.Log.Write(EventLevel.Error, Source, "error writing token", new EventField("code", fault.Code), new EventField("error", fault.Message));
        return false;
    }
}
