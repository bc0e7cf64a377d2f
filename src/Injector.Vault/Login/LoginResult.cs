using Injector.Contracts.Diagnostics;
using Injector.Contracts.Secrecy;
using Injector.Vault.Faults;

namespace Injector.Vault.Login;

/// <summary>How one attempt to log in ended: exactly one member is set, and <see cref="Fault"/> beside <see cref="Failure"/> when the server caused it.</summary>
public sealed record LoginResult
{
    /// <summary>The new token.</summary>
    public VaultToken? Token { get; private init; }

    /// <summary>The <c>wrap_info</c> JSON of a wrapped login.</summary>
    public SecretText? Wrapped { get; private init; }

    /// <summary>Why it failed, for people.</summary>
    public Diagnostic? Failure { get; private init; }

    /// <summary>What the server or the network said; null: the attempt failed before any call.</summary>
    public VaultFault? Fault { get; private init; }

    internal static LoginResult Of(VaultToken token) => new() { Token = token };

    internal static LoginResult OfWrapped(SecretText wrapInfo) => new() { Wrapped = wrapInfo };

    internal static LoginResult Failed(Diagnostic failure) => new() { Failure = failure };

    internal static LoginResult Failed(Diagnostic failure, VaultFault fault) => new() { Failure = failure, Fault = fault };
}
