namespace Injector.Injection.Checks;

/// <summary>A template as it is parsed.</summary>
internal readonly record struct TemplateText(string Contents, string LeftDelimiter, string RightDelimiter);
