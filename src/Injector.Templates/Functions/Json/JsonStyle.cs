namespace Injector.Templates.Functions.Json;

/// <summary>How JSON is written.</summary>
[Flags]
internal enum JsonStyle
{
    /// <summary>On one line, as it is.</summary>
    Plain = 0,

    /// <summary>The characters that are special in HTML are escaped.</summary>
    EscapeHtml = 1,

    /// <summary>One element per line, two blanks per level.</summary>
    Indented = 2,
}
