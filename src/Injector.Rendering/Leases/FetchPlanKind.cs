namespace Injector.Rendering.Leases;

/// <summary>The kinds of <see cref="FetchPlan"/>.</summary>
internal enum FetchPlanKind
{
    /// <summary>Fetch it again, at this secret's own time.</summary>
    Read,

    /// <summary>Fetch it again together with all other secrets that have no life of their own.</summary>
    ReadWithOthers,

    /// <summary>Extend its lease; fetch it again only when that ends.</summary>
    Renew,

    /// <summary>Leave it.</summary>
    Keep,
}
