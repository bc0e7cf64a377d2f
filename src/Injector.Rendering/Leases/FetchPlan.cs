namespace Injector.Rendering.Leases;

/// <summary>What happens next to a secret that was just fetched.</summary>
/// <param name="Kind">What.</param>
/// <param name="After">When, from now.</param>
internal readonly record struct FetchPlan(FetchPlanKind Kind, TimeSpan After)
{
    /// <summary>Never again in this process.</summary>
    public static FetchPlan Never => new(FetchPlanKind.Keep, Timeout.InfiniteTimeSpan);

    /// <summary>No secret is fetched more often than this, whatever life the server gives it.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);

    public static FetchPlan ReadAfter(TimeSpan after) => new(FetchPlanKind.Read, after > Soonest ? after : Soonest);

    public static FetchPlan ReadWithOthersAfter(TimeSpan after) => new(FetchPlanKind.ReadWithOthers, after);
}
