using System.Text;

namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads certificates that are given as PEM or as base64 of PEM.</summary>
public static class CertificateText
{
    /// <summary>Decodes base64, if the whole text is base64 (line breaks inside do not count); else gives the text back.</summary>
    /// <param name="text">PEM, or base64 of PEM.</param>
    /// <returns>PEM.</returns>
    public static string Decode(string text)
    {
        if (text.AsSpan().IndexOfAny(" \t") >= 0)
        {
            return text;
        }

        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.UTF8.GetString(buffer.AsSpan(0, length)) : text;
    }
}
