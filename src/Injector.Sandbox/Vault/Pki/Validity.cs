using System.Globalization;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>How long a certificate is valid.</summary>
internal static class Validity
{
    /// <summary>Calculates the end.</summary>
    /// <param name="store">The engine, for its mount's limits.</param>
    /// <param name="wanted">What the caller asks for; zero: the default.</param>
    /// <param name="ttl">The role's default; zero: the mount's.</param>
    /// <param name="maxTtl">The role's limit; zero: the mount's.</param>
    /// <returns>The end, in full seconds, and a warning when it is less than wanted.</returns>
    public static (DateTimeOffset End, IReadOnlyList<string> Warnings) Of(PkiStore store, TimeSpan wanted, TimeSpan ttl, TimeSpan maxTtl)
    {
        var limits = store.Mount.Lifetimes;
        var asked = wanted > TimeSpan.Zero ? wanted : ttl > TimeSpan.Zero ? ttl : limits.Default;
        var max = maxTtl > TimeSpan.Zero && maxTtl < limits.Max ? maxTtl : limits.Max;
        IReadOnlyList<string> warnings = asked > max && wanted > TimeSpan.Zero
            ? [string.Create(CultureInfo.InvariantCulture, $"TTL \"{Durations.Print(asked)}\" is longer than permitted maxTTL \"{Durations.Print(max)}\", so maxTTL is being used")]
            : [];
        var end = store.Now + (asked > max ? max : asked);
        return (DateTimeOffset.FromUnixTimeSeconds(end.ToUnixTimeSeconds()), warnings);
    }
}
