using System.Collections.Concurrent;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>
/// Admissions without a pause. Each failure counts, except while a disturbance lasts that no webhook can hide: the calls that are under way on a
/// process when it is killed, and those made while a damaged bundle is published. Such a call is repeated, as the pod's controller does.
/// </summary>
internal sealed class AdmissionStream : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly IApiServer _api;
    private readonly Task _callers;
    private int _answered;
    private int _repeated;
    private int _excuses;

    public AdmissionStream(IApiServer api)
    {
        _api = api;
        _callers = Task.WhenAll(Callers.Select(CallAsync));
    }

    /// <summary>How many calls can be under way at a time.</summary>
    public static int Width => Callers.Length;

    public int Answered => Volatile.Read(ref _answered);

    public int Repeated => Volatile.Read(ref _repeated);

    private static AdmissionConnection[] Callers { get; } = [AdmissionConnection.Kept, AdmissionConnection.Kept, AdmissionConnection.Fresh, AdmissionConnection.Fresh];

    /// <summary>Lets calls fail that are made or under way while this lasts.</summary>
    public async Task ExcuseAsync(Func<Task> disturb)
    {
        Interlocked.Increment(ref _excuses);
        await disturb();
        await AnswersAsync();
        Interlocked.Decrement(ref _excuses);
    }

    /// <summary>Waits until every caller has had an answer to a call that began after this.</summary>
    public async Task AnswersAsync()
    {
        var enough = Answered + (2 * Width);
        await Eventually.IsTrueAsync(() => Answered >= enough || _callers.IsCompleted, "admissions are answered", TestContext.Current.CancellationToken);
    }

    /// <summary>Stops calling.</summary>
    /// <returns>The failures.</returns>
    public async Task<IReadOnlyCollection<string>> EndAsync()
    {
        await _end.CancelAsync();
        await _callers;
        return _failures;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task CallAsync(AdmissionConnection connection)
    {
        using var timer = new PeriodicTimer(Pause);
        while (!_end.IsCancellationRequested)
        {
            var excused = Volatile.Read(ref _excuses) > 0;
            try
            {
                await _api.AdmitAsync(connection, CancellationToken.None);
                Interlocked.Increment(ref _answered);
            }
            catch (HttpRequestException fault) when (excused || Volatile.Read(ref _excuses) > 0)
            {
                _ = fault;
                Interlocked.Increment(ref _repeated);
            }
            catch (HttpRequestException fault)
            {
                _failures.Enqueue($"{connection}: {fault}");
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
