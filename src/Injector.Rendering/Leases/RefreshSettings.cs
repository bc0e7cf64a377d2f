namespace Injector.Rendering.Leases;

/// <summary>When secrets are fetched again; the same for the whole process.</summary>
public sealed record RefreshSettings
{
    /// <summary>The default of <see cref="StaticInterval"/>.</summary>
    public static readonly TimeSpan DefaultStaticInterval = TimeSpan.FromMinutes(5);

    /// <summary>The default of <see cref="Threshold"/>.</summary>
    public const double DefaultThreshold = 0.90;

    /// <summary>How often secrets without a lease are read again: <c>static_secret_render_interval</c>.</summary>
    public TimeSpan StaticInterval { get; init; } = DefaultStaticInterval;

    /// <summary>Part of a life that cannot be extended after which a secret is fetched again: <c>lease_renewal_threshold</c>.</summary>
    public double Threshold { get; init; } = DefaultThreshold;
}
