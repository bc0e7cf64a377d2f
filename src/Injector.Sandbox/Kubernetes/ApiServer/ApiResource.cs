namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>A kind of object that the API serves.</summary>
/// <param name="GroupVersion">For example <c>v1</c> or <c>apps/v1</c>.</param>
/// <param name="Plural">As it stands in paths.</param>
/// <param name="Kind">As it stands in objects.</param>
/// <param name="IsNamespaced">Whether its objects live in namespaces.</param>
internal sealed record ApiResource(string GroupVersion, string Plural, string Kind, bool IsNamespaced)
{
    /// <summary>What people type in place of the plural; empty: nothing.</summary>
    public string ShortName { get; init; } = string.Empty;
}
