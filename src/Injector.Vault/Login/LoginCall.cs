using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Secrecy;
using Injector.Vault.Faults;

namespace Injector.Vault.Login;

/// <summary>The part all methods share: send the credentials to the mount, read the token from the answer.</summary>
/// <param name="client">The server.</param>
/// <param name="time">The clock that stamps tokens.</param>
/// <param name="mount">Mount with its <c>auth/</c> prefix.</param>
internal sealed class LoginCall(IVaultClient client, TimeProvider time, string mount)
{
    /// <summary>Asks for a wrapped answer; null: a plain one.</summary>
    public TimeSpan? WrapTtl { get; init; }

    public string Mount { get; } = mount.EndsWith('/') ? mount[..^1] : mount;

    public async Task<LoginResult> SendAsync(LoginSubject subject, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var request = VaultRequest.Write($"{Mount}/login", null, body) with { WrapTtl = WrapTtl };
        var sentAt = time.GetUtcNow();
        var answer = await client.SendAsync(request, cancellationToken);
        return Read(answer, subject, sentAt);
    }

    private LoginResult Read(VaultAnswer answer, LoginSubject subject, DateTimeOffset sentAt)
    {
        if (answer.Fault is { } fault)
        {
            return LoginResult.Failed(Explain(fault, subject), fault);
        }

        if (answer.WrapInfo.ValueKind == JsonValueKind.Object)
        {
            return LoginResult.OfWrapped(new SecretText(answer.WrapInfo.GetRawText()));
        }

        return TokenOf(answer, sentAt) is { } token
            ? LoginResult.Of(token)
            : LoginResult.Failed(Catalogue.Vault.LoginWithoutToken.For(Mount, Mount));
    }

    private static VaultToken? TokenOf(VaultAnswer answer, DateTimeOffset sentAt)
    {
        var auth = answer.Auth;

        // What no header can carry is no token, and must not get into a sink.
        return auth.Text("client_token"u8) is { Length: > 0 } token && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? new VaultToken(
                new SecretText(token),
                auth.Text("accessor"u8) ?? "",
                auth.Seconds("lease_duration"u8),
                auth.Flag("renewable"u8),
                sentAt)
            {
                Uses = auth.Member("num_uses"u8) is { ValueKind: JsonValueKind.Number } uses && uses.TryGetInt32(out var number) ? number : 0,
            }
            : null;
    }

    private Diagnostic Explain(VaultFault fault, LoginSubject subject) => fault.Kind is VaultFaultKind.BadRequest or VaultFaultKind.PermissionDenied
        or VaultFaultKind.InvalidToken or VaultFaultKind.NotFound or VaultFaultKind.NotSupported or VaultFaultKind.Rejected
        ? Catalogue.Vault.LoginRefused.For(Mount, subject.ToString(), Mount, fault.Summary)
        : fault.ToDiagnostic();
}
