using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault;

namespace Injector.Agent.Caching;

/// <summary>
/// Gives containers that ask for the same lease or token the same one, kept alive, as long as they ask with a token of the agent's or with one that
/// came out of this cache. Everything else is asked for each time.
/// </summary>
internal sealed class LeaseCache(IVaultClient client, Func<SecretText?> ownToken, TimeProvider time, Func<double> chance) : IDisposable
{
    /// <summary>Most answers that are kept; further ones are passed on without being kept.</summary>
    public const int Limit = 1000;

    private readonly CacheUpkeep _upkeep = new(client, time, chance);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (CachedAnswer Answer, long Since)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _underWay = new(StringComparer.Ordinal);
    private bool _isClosed;

    /// <summary>Answers a request from the cache, or asks and keeps what can be kept.</summary>
    public async Task<LocalResponse> AnswerAsync(LocalRequest request, SecretText token, Func<Task<LocalResponse>> ask)
    {
        if (Renewals.Contains(request) || !IsManaged(token))
        {
            return AsMiss(await ask());
        }

        var key = CacheKey.Of(request, token);
        TaskCompletionSource? mine = null;
        Task? others;
        lock (_lock)
        {
            if (Kept(key) is { } kept)
            {
                return kept;
            }

            if (!_underWay.TryGetValue(key, out others))
            {
                mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _underWay[key] = mine.Task;
            }
        }

        if (mine is null)
        {
            await (others ?? Task.CompletedTask);
            return Kept(key) ?? AsMiss(await ask());
        }

        try
        {
            return Keep(key, request, token, await ask());
        }
        finally
        {
            lock (_lock)
            {
                _underWay.Remove(key);
            }

            mine.SetResult();
        }
    }

    /// <summary>Forgets answers.</summary>
    public void Forget(Func<CachedAnswer, bool> which)
    {
        lock (_lock)
        {
            foreach (var (key, (answer, _)) in _answers.Where(pair => which(pair.Value.Answer)).ToArray())
            {
                _answers.Remove(key);
                answer.Dispose();
            }
        }
    }

    /// <summary>Forgets everything, and keeps nothing that is still under way.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        Forget(static _ => true);
    }

    private LocalResponse Keep(string key, LocalRequest request, SecretText token, LocalResponse response)
    {
        if (response.Status is >= 200 and < 300 && Revocation.Of(request, token) is { } revoked)
        {
            Forget(revoked);
        }

        if (CachedLife.Of(response) is { } life)
        {
            CachedAnswer? answer = null;
            lock (_lock)
            {
                if (_answers.Count < Limit && !_isClosed)
                {
                    answer = new CachedAnswer(request, token, response, life);
                    _answers[key] = (answer, time.GetTimestamp());
                }
            }

            if (answer is not null)
            {
                _ = KeepAliveAsync(answer);
            }
        }

        return AsMiss(response);
    }

    private async Task KeepAliveAsync(CachedAnswer answer)
    {
        try
        {
            await _upkeep.KeepAsync(answer);
        }
        catch (OperationCanceledException)
        {
            // Forgotten meanwhile.
        }
        finally
        {
            // Whatever ended the upkeep: what nobody keeps alive must not be given any more.
            Forget(one => one == answer);
        }
    }

    // Leases end with the token they were asked for with: those of a former one of ours are of no use.
    private bool IsManaged(SecretText token)
    {
        var own = ownToken()?.Reveal();
        var value = token.Reveal();
        lock (_lock)
        {
            return value == own || _answers.Values.Any(kept => kept.Answer.Life.Issued?.Reveal() == value);
        }
    }

    private LocalResponse? Kept(string key)
    {
        lock (_lock)
        {
            return _answers.TryGetValue(key, out var kept) ? kept.Answer.Answer(time.GetElapsedTime(kept.Since)) : null;
        }
    }

    private static LocalResponse AsMiss(LocalResponse response) => response with { Headers = [.. response.Headers, CacheHeaders.Miss] };
}
