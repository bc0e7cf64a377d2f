namespace Injector.Templates;

/// <summary>When a template error came up.</summary>
public enum TemplatePhase
{
    /// <summary>While the text was read.</summary>
    Parse,

    /// <summary>While the template ran.</summary>
    Execute,
}
