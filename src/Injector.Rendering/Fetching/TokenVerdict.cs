namespace Injector.Rendering.Fetching;

/// <summary>What the server says about a token whose requests were denied.</summary>
internal enum TokenVerdict
{
    /// <summary>No answer to the question.</summary>
    Unknown,

    /// <summary>The token is good: what was denied is really forbidden.</summary>
    Good,

    /// <summary>The token itself is refused: what was denied may be allowed.</summary>
    Refused,
}
