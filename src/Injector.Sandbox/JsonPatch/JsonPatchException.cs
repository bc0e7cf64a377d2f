namespace Injector.Sandbox.JsonPatch;

/// <summary>A patch is malformed or does not fit the document.</summary>
/// <param name="message">Which operation, and why.</param>
public sealed class JsonPatchException(string message) : Exception(message);
