using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Injector.Contracts.Secrecy;

/// <summary>
/// Text that must not be seen: a token, a JWT, a password. Printing it gives <c>***</c>; the content comes out through <see cref="Reveal"/> only.
/// </summary>
[DebuggerDisplay("***")]
public sealed class SecretText : IEquatable<SecretText>
{
    private readonly string _value;

    /// <summary>Wraps <paramref name="value"/>.</summary>
    /// <param name="value">The text to hide.</param>
    public SecretText(string value) => _value = value;

    /// <summary>Whether the text is empty.</summary>
    public bool IsEmpty => _value.Length == 0;

    /// <summary>The text itself. Pass it on to where it is needed and nowhere else.</summary>
    /// <returns>The hidden text.</returns>
    public string Reveal() => _value;

    /// <summary>Compares without telling by its duration where the texts differ.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>True when both hold the same text.</returns>
    public bool Equals(SecretText? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretText);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_value, StringComparison.Ordinal);

    /// <summary>Always <c>***</c>.</summary>
    /// <returns><c>***</c>.</returns>
    public override string ToString() => "***";
}
