using System.Security.Authentication;

namespace Injector.Vault.Http;

/// <summary>We did not accept the server's certificate.</summary>
internal sealed class ServerRefusedException(string reason) : AuthenticationException(reason)
{
    public string Reason { get; } = reason;
}
