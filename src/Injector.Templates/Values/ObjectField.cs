namespace Injector.Templates.Values;

/// <summary>A field of an <see cref="ObjectValue"/>.</summary>
/// <param name="Name">The Go name, case-sensitive.</param>
/// <param name="Value">Its value; fields whose Go type is <c>interface {}</c> do not occur.</param>
public readonly record struct ObjectField(string Name, Value Value);
