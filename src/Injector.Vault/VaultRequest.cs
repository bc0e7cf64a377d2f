using Injector.Contracts.Secrecy;

namespace Injector.Vault;

/// <summary>One call to the server.</summary>
/// <param name="Method">What to do.</param>
/// <param name="Path">Path below <c>/v1/</c>, not percent-encoded, for example <c>secret/data/app</c>.</param>
public sealed record VaultRequest(VaultMethod Method, string Path)
{
    private static readonly ReadOnlyMemory<byte> ServerDefaultIncrement = "{\"increment\":0}"u8.ToArray();

    /// <summary>Query text, percent-encoded, without the question mark; null: none.</summary>
    public string? Query { get; init; }

    /// <summary>The JSON body of a write; empty: <c>{}</c>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The token to send; null: none.</summary>
    public SecretText? Token { get; init; }

    /// <summary>Asks for a wrapped answer that lives this long; null: a plain answer.</summary>
    public TimeSpan? WrapTtl { get; init; }

    /// <summary>The namespace of this call; null: that of the connection.</summary>
    public string? Namespace { get; init; }

    /// <summary>A read of <paramref name="path"/>.</summary>
    /// <param name="path">Path below <c>/v1/</c>.</param>
    /// <param name="token">The token to send.</param>
    /// <returns>The request.</returns>
    public static VaultRequest Read(string path, SecretText? token) => new(VaultMethod.Read, path) { Token = token };

    /// <summary>A list of <paramref name="path"/>.</summary>
    /// <param name="path">Path below <c>/v1/</c>.</param>
    /// <param name="token">The token to send.</param>
    /// <returns>The request.</returns>
    public static VaultRequest List(string path, SecretText? token) => new(VaultMethod.List, path) { Token = token };

    /// <summary>A write to <paramref name="path"/>.</summary>
    /// <param name="path">Path below <c>/v1/</c>.</param>
    /// <param name="token">The token to send.</param>
    /// <param name="body">A JSON object.</param>
    /// <returns>The request.</returns>
    public static VaultRequest Write(string path, SecretText? token, ReadOnlyMemory<byte> body) => new(VaultMethod.Write, path) { Token = token, Body = body };

    /// <summary>The extension of a token's own life, by what the server thinks right.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The request.</returns>
    public static VaultRequest RenewSelf(SecretText token) => Write("auth/token/renew-self", token, ServerDefaultIncrement);

    /// <summary>Method and path only: neither query nor body nor token may be shown.</summary>
    /// <returns>For example <c>Read secret/data/app</c>.</returns>
    public override string ToString() => $"{Method} {Path}";
}
