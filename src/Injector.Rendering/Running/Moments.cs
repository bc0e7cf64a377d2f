namespace Injector.Rendering.Running;

/// <summary>Moments on the engine's clock, of which some are never.</summary>
internal static class Moments
{
    public static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) =>
        one is null ? other : other is null || one < other ? one : other;
}
