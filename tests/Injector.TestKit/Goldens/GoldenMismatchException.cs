namespace Injector.TestKit.Goldens;

/// <summary>A result is not what the golden says.</summary>
/// <param name="message">Which golden, and the first line that differs.</param>
public sealed class GoldenMismatchException(string message) : Exception(message);
