using System.Globalization;

namespace Injector.Vault.Connection;

/// <summary>A bound on the requests of this client: <c>VAULT_RATE_LIMIT</c>.</summary>
/// <param name="PerSecond">Requests per second, in the long run.</param>
/// <param name="Burst">How many may go at once after a pause.</param>
public sealed record RequestRate(double PerSecond, int Burst)
{
    // Less than one request in a quarter of an hour is a mistake: no login would be in time.
    private const double Slowest = 0.001;

    /// <summary>Reads <c>rate</c> or <c>rate:burst</c>. Without a burst it is the rate's whole number, at least one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rate">The rate; null: 0, which means no bound.</param>
    /// <returns>False when it is none.</returns>
    public static bool TryParse(string text, out RequestRate? rate)
    {
        rate = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (!double.TryParse(colon < 0 ? text : text[..colon], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perSecond) || !double.IsFinite(perSecond))
        {
            return false;
        }

        var burst = (int)Math.Clamp(perSecond, 1, int.MaxValue);
        if (colon >= 0 && (!int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out burst) || burst == 0))
        {
            return false;
        }

        rate = perSecond == 0 ? null : new RequestRate(perSecond, burst);
        return perSecond is 0 or >= Slowest;
    }
}
