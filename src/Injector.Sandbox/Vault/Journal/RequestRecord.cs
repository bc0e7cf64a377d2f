namespace Injector.Sandbox.Vault.Journal;

/// <summary>A request the server saw. Never holds a token, a body or a query.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below <c>/v1/</c>.</param>
/// <param name="Status">The status answered; 0 when the connection was dropped.</param>
public sealed record RequestRecord(DateTimeOffset At, string Method, string Path, int Status);
