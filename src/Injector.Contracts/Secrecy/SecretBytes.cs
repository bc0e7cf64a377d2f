using System.Diagnostics;
using System.Security.Cryptography;

namespace Injector.Contracts.Secrecy;

/// <summary>
/// Bytes that must not be seen: a rendered file, a response body. Printing them gives <c>***</c>; <see cref="Dispose"/> clears them.
/// </summary>
[DebuggerDisplay("***")]
public sealed class SecretBytes : IDisposable
{
    private readonly byte[] _value;

    /// <summary>Takes over <paramref name="value"/>; the caller must not keep it.</summary>
    /// <param name="value">The bytes to hide.</param>
    public SecretBytes(byte[] value) => _value = value;

    /// <summary>Number of bytes.</summary>
    public int Length => _value.Length;

    /// <summary>The bytes themselves. Pass them on to where they are needed and nowhere else.</summary>
    /// <returns>The hidden bytes.</returns>
    public ReadOnlyMemory<byte> Reveal() => _value;

    /// <summary>Compares without telling by its duration where the contents differ.</summary>
    /// <param name="other">The other bytes.</param>
    /// <returns>True when both hold the same bytes.</returns>
    public bool ContentEquals(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(_value, other);

    /// <summary>Overwrites the bytes with zeros.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_value);

    /// <summary>Always <c>***</c>.</summary>
    /// <returns><c>***</c>.</returns>
    public override string ToString() => "***";
}
