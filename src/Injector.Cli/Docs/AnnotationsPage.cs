using Injector.Contracts.Annotations;
using Injector.Contracts.Injection;

namespace Injector.Cli.Docs;

/// <summary><c>annotations.md</c>: every annotation.</summary>
internal static class AnnotationsPage
{
    private static readonly IReadOnlyDictionary<string, string> Modern = PresetDefaults.For(InjectionPreset.Modern, AgentEngine.Injector);

    /// <summary>Makes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Create()
    {
        var page = new MarkdownPage(
            "Annotations",
            "Annotations are read from the pod, so in a workload they belong to `spec.template.metadata`. "
            + "The prefixes `vault-injector.dev/`, `vault.hashicorp.com/` and `openbao.org/` are interchangeable for every key; when one pod uses several for one key, the first of this list counts and a warning says so. "
            + "Every annotation of the whole pod can also stand on the namespace or be an installation default (`-defaults-file`); the order is pod, namespace, installation, built-in. "
            + "A key that is present with an empty value is not replaced by a default. `NAME` is the secret's own name; it names the file.");
        page.Paragraph("Where a default reads *a / b*, the first is that of the preset `compatible`, the second that of `modern` and `restricted` with our own agent. [Differences from the reference injector](../differences.md) has the reasons.");
        foreach (var group in AnnotationCatalogue.Groups)
        {
            page.Heading(group.Title);
            page.Table(
                ["annotation", "type", "default", "meaning", "example", "since", "difference from the reference"],
                group.Annotations.Select(annotation => (IReadOnlyList<string>)
                [
                    MarkdownPage.Word(annotation.DocumentedKey),
                    Type(annotation),
                    Default(annotation),
                    annotation.Meaning,
                    MarkdownPage.Word(annotation.Example),
                    annotation.Since,
                    annotation.IsOwn ? "The reference does not have it." : annotation.Difference,
                ]));
        }

        return page.ToString();
    }

    private static string Type(AnnotationDefinition annotation) => annotation.Choices.Count > 0
        ? string.Join(", ", annotation.Choices.Select(MarkdownPage.Word))
        : annotation.Type switch
        {
            AnnotationValueType.Boolean => "boolean",
            AnnotationValueType.Integer => "whole number",
            AnnotationValueType.Unsigned => "whole number without sign",
            AnnotationValueType.Float => "number",
            AnnotationValueType.Duration => "duration",
            AnnotationValueType.Quantity => "quantity",
            AnnotationValueType.FileMode => "octal mode",
            AnnotationValueType.List => "comma list",
            AnnotationValueType.Path => "path",
            AnnotationValueType.Port => "port",
            AnnotationValueType.Template => "template",
            AnnotationValueType.Command => "shell command",
            AnnotationValueType.Json => "JSON",
            _ => "text",
        };

    private static string Default(AnnotationDefinition annotation)
    {
        var compatible = annotation.Default is { } value ? Word(value) : annotation.DefaultNote;
        return annotation.Scope == AnnotationScope.Pod && Modern.TryGetValue(annotation.Name, out var modern) ? $"{compatible} / {Word(modern)}" : compatible;
    }

    private static string Word(string value) => value.Length == 0 ? "not set" : MarkdownPage.Word(value);
}
