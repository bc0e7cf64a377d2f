namespace Injector.TestKit;

/// <summary>Waits for another process. Within one process a test waits for tasks and a fake clock instead.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">What is asked for, again and again.</param>
    /// <param name="description">What it means, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the condition holds.</returns>
    /// <exception cref="TimeoutException">It did not hold within 40 seconds.</exception>
    public static Task IsTrueAsync(Func<bool> condition, string description, CancellationToken cancellationToken) =>
        IsTrueAsync(() => Task.FromResult(condition()), description, cancellationToken);

    /// <summary>Waits until a condition holds that takes a call to find out.</summary>
    /// <param name="condition">What is asked for, again and again.</param>
    /// <param name="description">What it means, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the condition holds.</returns>
    /// <exception cref="TimeoutException">It did not hold within 40 seconds.</exception>
    public static Task IsTrueAsync(Func<Task<bool>> condition, string description, CancellationToken cancellationToken) =>
        IsTrueAsync(condition, description, Patience, cancellationToken);

    /// <summary>Waits until a condition holds that other machines may be slow to meet.</summary>
    /// <param name="condition">What is asked for, again and again.</param>
    /// <param name="description">What it means, for the message of a failure.</param>
    /// <param name="patience">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the condition holds.</returns>
    /// <exception cref="TimeoutException">It did not hold within that time.</exception>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, string description, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Pause);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"It was not seen within {patience.TotalSeconds} s that {description}.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
