namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>A refusal, as the API server words it in a Status object.</summary>
/// <param name="code">HTTP status.</param>
/// <param name="reason">Word of the API, for example <c>NotFound</c>.</param>
/// <param name="message">For people.</param>
public sealed class ApiFailure(int code, string reason, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Code { get; } = code;

    /// <summary>Word of the API.</summary>
    public string Reason { get; } = reason;
}
