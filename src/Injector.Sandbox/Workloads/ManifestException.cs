namespace Injector.Sandbox.Workloads;

/// <summary>A manifest cannot be read, or an API server would not accept it.</summary>
/// <param name="message">What, where, and what to do.</param>
public sealed class ManifestException(string message) : Exception(message);
