namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>One rule of a Role, as far as this server checks it.</summary>
/// <param name="Resource">Plural of the resource, for example <c>secrets</c>.</param>
/// <param name="Verbs">For example <c>get</c>, <c>watch</c>.</param>
/// <param name="Names">The objects it is restricted to; empty: all.</param>
public sealed record ApiGrant(string Resource, IReadOnlyCollection<string> Verbs, IReadOnlyCollection<string> Names)
{
    internal bool Allows(string resource, string verb, string? name) =>
        Resource == resource && Verbs.Contains(verb) && (Names.Count == 0 || (name is not null && Names.Contains(name)));
}
