using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>Serial numbers as Vault writes them: <c>1a:2b:…</c>.</summary>
internal static class SerialNumber
{
    private const int Bytes = 20;

    public static byte[] Make()
    {
        var serial = RandomNumberGenerator.GetBytes(Bytes);

        // Positive, and no byte less than it seems.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    public static string Print(X509Certificate2 certificate) => Print(certificate.SerialNumberBytes.Span);

    public static string Print(ReadOnlySpan<byte> serial) => string.Join(':', Convert.ToHexStringLower(serial).Chunk(2).Select(static pair => new string(pair)));

    /// <summary>The form used as key: colons or dashes are both fine.</summary>
    public static string Normalise(string text) => text.Replace('-', ':').ToLowerInvariant();
}
