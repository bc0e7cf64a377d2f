namespace Injector.Rendering.Running;

/// <summary>What happens when the files cannot be published for the first time.</summary>
public enum StartFailure
{
    /// <summary>It is tried for ever.</summary>
    KeepTrying,

    /// <summary>The process ends when the retries are used up: <c>exit_on_retry_failure</c>.</summary>
    Exit,
}
