using System.Globalization;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>Moments as Go writes them: RFC 3339 in UTC, without trailing zeros in the fraction.</summary>
internal static class GoTime
{
    public static string Print(DateTimeOffset moment)
    {
        var text = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
        return $"{text.TrimEnd('0').TrimEnd('.')}Z";
    }
}
