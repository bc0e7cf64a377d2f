namespace Injector.Templates.Functions.Yaml;

/// <summary>A place in the text; all counted from 0, the column in code points.</summary>
internal readonly record struct YamlMark(int Index, int Line, int Column);
