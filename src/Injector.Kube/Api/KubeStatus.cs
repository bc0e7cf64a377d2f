namespace Injector.Kube.Api;

/// <summary>How an API call ended, as far as callers decide by it.</summary>
public enum KubeStatus
{
    /// <summary>2xx.</summary>
    Ok,

    /// <summary>404: there is no such object.</summary>
    NotFound,

    /// <summary>409: it exists already, or somebody else changed it since it was read.</summary>
    Conflict,

    /// <summary>401 or 403: a right is missing.</summary>
    Forbidden,

    /// <summary>410: the resource version to watch from is too old.</summary>
    Gone,

    /// <summary>Another 4xx: the request is wrong. The same request will fail again.</summary>
    Invalid,

    /// <summary>5xx, 429 or no answer at all. Trying again may help.</summary>
    Unavailable,
}
