using System.Net;

namespace Injector.Sandbox.Administration;

/// <summary>The server refused an administrative call.</summary>
/// <param name="path">The path of the call.</param>
/// <param name="status">The server's status code.</param>
/// <param name="errors">The server's error texts.</param>
public sealed class VaultAdministrationException(string path, HttpStatusCode status, string errors)
    : Exception($"Vault answered {(int)status} to '{path}': {errors}")
{
    /// <summary>The server's status code.</summary>
    public HttpStatusCode Status { get; } = status;
}
