namespace Injector.Contracts.Annotations;

/// <summary>Annotations about one subject.</summary>
/// <param name="Title">The subject.</param>
/// <param name="Annotations">The annotations in the order of the documentation.</param>
public sealed record AnnotationGroup(string Title, IReadOnlyList<AnnotationDefinition> Annotations);
