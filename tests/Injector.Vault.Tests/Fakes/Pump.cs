namespace Injector.Vault.Tests.Fakes;

/// <summary>Runs asynchronous code on the test's thread only, so that fake time moves exactly between its steps.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly Lock _lock = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            _queue.Enqueue((d, state));
        }
    }

    /// <summary>Starts code on this pump.</summary>
    public Task<T> Start<T>(Func<Task<T>> start)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return start();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs until nothing is left to do.</summary>
    public void RunUntilIdle()
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            while (TryTake(out var work))
            {
                work.Callback(work.State);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Lets time pass in steps and runs what becomes due.</summary>
    public void Pass(Microsoft.Extensions.Time.Testing.FakeTimeProvider time, TimeSpan duration, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < duration; passed += step)
        {
            RunUntilIdle();
            time.Advance(step);
        }

        RunUntilIdle();
    }

    /// <summary>Waits until another thread has posted work, then runs it.</summary>
    public void RunNext()
    {
        Assert.True(SpinWait.SpinUntil(() => Count > 0, TimeSpan.FromSeconds(30)), "Nothing was posted.");
        RunUntilIdle();
    }

    private int Count
    {
        get
        {
            lock (_lock)
            {
                return _queue.Count;
            }
        }
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) work)
    {
        lock (_lock)
        {
            return _queue.TryDequeue(out work);
        }
    }
}
