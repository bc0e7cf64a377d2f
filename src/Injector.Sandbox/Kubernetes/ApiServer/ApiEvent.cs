namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>A change of a stored object.</summary>
/// <param name="Version">The version of the store after the change.</param>
/// <param name="Type"><c>ADDED</c>, <c>MODIFIED</c> or <c>DELETED</c>.</param>
/// <param name="Object">The object after the change; before it, when it was deleted.</param>
internal sealed record ApiEvent(long Version, string Type, ApiObject Object);
