namespace Injector.Injection.Annotations;

/// <summary>Who gave a value; an earlier one wins.</summary>
internal enum AnnotationOrigin
{
    Pod,
    Namespace,
    Installation,
    BuiltIn,
}
