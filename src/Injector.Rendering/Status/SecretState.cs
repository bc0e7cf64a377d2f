namespace Injector.Rendering.Status;

/// <summary>The state of a secret in a word.</summary>
public enum SecretState
{
    /// <summary>No answer yet.</summary>
    Waiting,

    /// <summary>There is a value, and the last attempt succeeded.</summary>
    Fresh,

    /// <summary>There is a value, but the last attempt failed: files stay as they are.</summary>
    Stale,

    /// <summary>There is no value, and the last attempt failed.</summary>
    Failing,
}
