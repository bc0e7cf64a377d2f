namespace Injector.Templates.Functions.Yaml;

/// <summary>A place where a key without <c>?</c> may have started.</summary>
/// <param name="IsPossible">Whether a colon would still make it a key.</param>
/// <param name="IsRequired">Whether nothing else than a key can stand here.</param>
/// <param name="TokenNumber">The number of its first token.</param>
/// <param name="Mark">Where it starts.</param>
internal readonly record struct SimpleKey(bool IsPossible, bool IsRequired, int TokenNumber, YamlMark Mark);
