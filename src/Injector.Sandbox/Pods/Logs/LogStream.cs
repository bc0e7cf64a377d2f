namespace Injector.Sandbox.Pods;

/// <summary>Where a container wrote a line.</summary>
public enum LogStream
{
    /// <summary>Standard output.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}
