namespace Injector.Sandbox.Pods;

/// <summary>The pod asks for something that cannot be run here, or refers to something that is not there.</summary>
/// <param name="message">What, where, and what to do.</param>
public sealed class PodSpecificationException(string message) : Exception(message);
