namespace Injector.Templates;

/// <summary>What a field of a map gives when the map has no such key.</summary>
public enum MissingKey
{
    /// <summary>The zero value of the map's elements: nil, or the empty text for maps of strings. What the agent uses.</summary>
    Zero,

    /// <summary>Nothing at all, so that further fields of it are nothing too.</summary>
    Nothing,

    /// <summary>An error: <c>error_on_missing_key</c>.</summary>
    Error,
}
