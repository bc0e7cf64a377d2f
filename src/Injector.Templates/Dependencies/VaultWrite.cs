using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Dependencies;

/// <summary>A secret that is made by writing parameters: <c>secret "path" "key=value" …</c>.</summary>
/// <param name="Path">The path without blanks and slashes around it.</param>
/// <param name="Parameters">The parameters. They may be secret: never log them.</param>
public sealed record VaultWrite(string Path, DependencyParameters Parameters) : Dependency
{
    /// <inheritdoc/>
    public override string Name => $"vault.write({Path} -> {Fingerprint()})";

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "A short name that others print too; it protects nothing.")]
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        foreach (var (key, value) in Parameters)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(key + "="));
            hash.AppendData(GoQuote.Quote(Encoding.UTF8.GetBytes(value)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }
}
