using System.Net;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>The refusals every part of the server shares, in Vault's words: clients search for them.</summary>
internal static class Refusals
{
    public static VaultReply PermissionDenied { get; } = VaultReply.Error(HttpStatusCode.Forbidden, Listed("permission denied"));

    public static VaultReply InvalidToken { get; } = VaultReply.Error(HttpStatusCode.Forbidden, Listed("permission denied", "invalid token"));

    public static VaultReply MissingToken { get; } = VaultReply.BadRequest("missing client token");

    public static VaultReply Sealed { get; } = VaultReply.Error(HttpStatusCode.ServiceUnavailable, "Vault is sealed");

    public static VaultReply UnsupportedOperation { get; } = VaultReply.Error(HttpStatusCode.MethodNotAllowed, Listed("unsupported operation"));

    public static VaultReply UnsupportedPath { get; } = VaultReply.Error(HttpStatusCode.NotFound, Listed("unsupported path"));

    public static VaultReply NoRoute(string path) => VaultReply.Error(HttpStatusCode.NotFound, $"no handler for route \"{path}\". route entry not found.");

    /// <summary>A fault inside a backend, printed as Vault prints unclassified errors.</summary>
    public static VaultReply Internal(string error) => VaultReply.Error(HttpStatusCode.InternalServerError, Listed(error));

    /// <summary>The text form of one or more errors.</summary>
    public static string Listed(params IReadOnlyList<string> errors)
    {
        var head = errors.Count == 1 ? "1 error occurred:" : $"{errors.Count} errors occurred:";
        return $"{head}\n{string.Concat(errors.Select(static error => $"\t* {error}\n"))}\n";
    }
}
