namespace Injector.Injection.Annotations;

/// <summary>One annotation that counts.</summary>
/// <param name="Key">The full key, for messages.</param>
/// <param name="Name">The name without prefix.</param>
/// <param name="Text">Its value; JSON null counts as empty.</param>
/// <param name="Origin">Who gave it.</param>
internal readonly record struct AnnotationEntry(string Key, string Name, string Text, AnnotationOrigin Origin);
