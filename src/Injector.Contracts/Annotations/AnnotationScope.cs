namespace Injector.Contracts.Annotations;

/// <summary>What one annotation is about.</summary>
public enum AnnotationScope
{
    /// <summary>The whole pod: the key is the name.</summary>
    Pod,

    /// <summary>One secret: the key is the name, a dash and the secret's own suffix.</summary>
    Secret,

    /// <summary>One parameter of a section: the key is the name, a dash and the parameter.</summary>
    Parameter,
}
