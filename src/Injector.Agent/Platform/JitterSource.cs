namespace Injector.Agent.Platform;

/// <summary>Random numbers that spread load; nothing secret is made of them, and they must not cost the start of a crypto library.</summary>
internal sealed class JitterSource
{
    private readonly Random _random = new();
    private readonly Lock _lock = new();

    /// <returns>A number from 0 up to 1.</returns>
    public double Next()
    {
        lock (_lock)
        {
#pragma warning disable CA5394 // Jitter is not a secret.
            return _random.NextDouble();
#pragma warning restore CA5394
        }
    }
}
