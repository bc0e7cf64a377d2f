namespace Injector.Rendering.Running;

/// <summary>When rendering is done.</summary>
public enum Completion
{
    /// <summary>Never: files are kept fresh until the process is stopped.</summary>
    WhenStopped,

    /// <summary>When every file was published once and its commands have run: <c>exit_after_auth</c>.</summary>
    AfterFirstPublication,
}
