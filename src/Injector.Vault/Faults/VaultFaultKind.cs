namespace Injector.Vault.Faults;

/// <summary>Why a call failed: decides whether and how soon it is tried again.</summary>
public enum VaultFaultKind
{
    /// <summary>No connection: refused, reset, no route, name not found.</summary>
    Unreachable,

    /// <summary>No complete answer in time.</summary>
    TimedOut,

    /// <summary>The server's certificate is not trusted, or it refused ours.</summary>
    Untrusted,

    /// <summary>The answer is no JSON, or larger or deeper than we read.</summary>
    Malformed,

    /// <summary>400: the request is wrong, or the login was refused.</summary>
    BadRequest,

    /// <summary>403: the token may not do this, or the login was refused.</summary>
    PermissionDenied,

    /// <summary>403 because the token itself is expired or revoked: log in again.</summary>
    InvalidToken,

    /// <summary>404 without data: nothing there.</summary>
    NotFound,

    /// <summary>405: the path does not support the operation.</summary>
    NotSupported,

    /// <summary>412: this node has not caught up yet.</summary>
    NotYetConsistent,

    /// <summary>413 and the remaining 4xx.</summary>
    Rejected,

    /// <summary>429: a quota is used up.</summary>
    RateLimited,

    /// <summary>500 and the remaining 5xx.</summary>
    ServerError,

    /// <summary>501 or 503: sealed, not initialised, no active node.</summary>
    Unavailable,
}
