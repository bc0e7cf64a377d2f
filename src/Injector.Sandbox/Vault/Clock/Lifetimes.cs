namespace Injector.Sandbox.Vault.Clock;

/// <summary>How long tokens and leases live when nobody says otherwise, and at most. Zero: as the level above.</summary>
internal sealed record Lifetimes(TimeSpan Default, TimeSpan Max)
{
    /// <summary>Vault's own: 768 hours for both.</summary>
    public static Lifetimes System { get; } = new(TimeSpan.FromHours(768), TimeSpan.FromHours(768));

    public Lifetimes Or(Lifetimes above) => new(Default > TimeSpan.Zero ? Default : above.Default, Max > TimeSpan.Zero ? Max : above.Max);
}
