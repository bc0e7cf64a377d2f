using System.Net;
using Injector.Vault.Faults;

namespace Injector.Vault.Http;

/// <summary>Where a redirect leads, and whether the one that is allowed may be followed.</summary>
/// <param name="Address">The next address; null: do not follow.</param>
/// <param name="Kind">The kind of fault when it is not followed.</param>
/// <param name="Refusal">Why it is not followed; null: follow it.</param>
public readonly record struct RedirectTarget(Uri? Address, VaultFaultKind Kind, string? Refusal)
{
    /// <summary>Judges an answer.</summary>
    /// <param name="asked">The address that was asked.</param>
    /// <param name="response">The answer.</param>
    /// <returns>The target; null when the answer is no redirect, or one that names no place.</returns>
    public static RedirectTarget? Of(Uri asked, HttpResponseMessage response)
    {
        if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
        {
            return null;
        }

        // What stands in the header is the server's word: it may lead nowhere, or to what is no HTTP at all.
        if (!Uri.TryCreate(asked, location, out var next) || (next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps) || next.Host.Length == 0)
        {
            return new RedirectTarget(null, VaultFaultKind.Malformed, "the server redirects to what is no http address");
        }

        return asked.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps
            ? new RedirectTarget(null, VaultFaultKind.Untrusted, "the server redirects from https to http, which is not followed")
            : new RedirectTarget(next, VaultFaultKind.Malformed, null);
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
