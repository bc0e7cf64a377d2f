namespace Injector.Sandbox.Pods;

/// <summary>What a program run in a container gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record ExecResult(int ExitCode, string Output, string Error);
