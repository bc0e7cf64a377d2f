namespace Injector.Vault.Login;

/// <summary>
/// Time since this was made, by the clock that says more: the monotonic one stands still while the machine sleeps, and the wall clock may be set back.
/// A wall clock that is set forward makes it too long, which renews a token early; too short it never is.
/// </summary>
internal sealed class Age(TimeProvider time)
{
    private readonly long _timestamp = time.GetTimestamp();
    private readonly DateTimeOffset _wall = time.GetUtcNow();

    public TimeSpan Elapsed
    {
        get
        {
            var wall = time.GetUtcNow() - _wall;
            var monotonic = time.GetElapsedTime(_timestamp);
            return wall > monotonic ? wall : monotonic;
        }
    }
}
