namespace Injector.Cli.Docs;

/// <summary>All pages under <c>docs/reference</c>.</summary>
internal static class ReferencePages
{
    private const string ChartSchema = "manifests/chart/injector/values.schema.json";

    /// <summary>Makes the pages.</summary>
    /// <param name="repository">The repository's root, for what is not code.</param>
    /// <returns>The pages by file name.</returns>
    public static IReadOnlyList<ReferencePage> Create(DirectoryInfo repository) =>
    [
        new("annotations.md", AnnotationsPage.Create()),
        new("chart.md", ChartPage.Create(File.ReadAllText(Path.Combine(repository.FullName, ChartSchema)))),
        new("cli.md", CommandLinePage.Create(InjectorCommand.Create())),
        new("codes.md", CodesPage.Create()),
        new("templates.md", TemplatesPage.Create()),
        new("webhook.md", WebhookPage.Create()),
    ];
}
