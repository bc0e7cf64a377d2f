namespace Injector.Cli.Demo;

/// <summary>A step's result is not what it should be, and the rest of the demo would make no sense.</summary>
/// <param name="message">What was found, and what to do.</param>
internal sealed class DemoFailure(string message) : Exception(message);
