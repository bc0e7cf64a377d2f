using System.Globalization;
using Injector.Templates;
using Injector.Templates.Reference;

namespace Injector.Cli.Docs;

/// <summary><c>templates.md</c>: every function of the template language, with the examples that the tests run.</summary>
internal static class TemplatesPage
{
    /// <summary>Makes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Create()
    {
        var page = new MarkdownPage(
            "Template functions",
            "Templates are Go's `text/template` with the functions of consul-template and sprig, as Vault Agent runs them. Results are shown as they are printed; line feeds as `\\n`. "
            + "Numbers in Vault's answers are texts (`json.Number`): print them, or make a number with `printf \"%v\" .n | parseInt`.");
        page.Paragraph("The examples find: a secret `kv/data/app` with `user` and `port`, the names `app` and `db` below `kv/metadata`, a file `/etc/app/version`, and `POD_NAME`.");
        foreach (var group in FunctionReference.Groups)
        {
            page.Heading(group.Title);
            if (group.Introduction.Length > 0)
            {
                page.Paragraph(group.Introduction);
            }

            page.Table(["function", "example", "result"], group.Examples.Select(Row));
        }

        page.Heading("Limits");
        page.Paragraph("A template that goes beyond one of these ends with an error.");
        page.Table(["what", "limit"], Limits(TemplateLimits.Default));
        return page.ToString();
    }

    private static IEnumerable<IReadOnlyList<string>> Limits(TemplateLimits limits) =>
    [
        ["levels of parentheses and of actions inside actions", Number(limits.Nesting)],
        ["templates that call templates", Number(limits.TemplateDepth)],
        ["rounds of all loops together", Number(limits.Iterations)],
        ["bytes of output, and of each text a function makes", Number(limits.OutputBytes)],
        ["milliseconds for one regular expression", Number((long)limits.RegexTime.TotalMilliseconds)],
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Row(FunctionExample example) =>
    [
        MarkdownPage.Word(FunctionReference.Signature(example.Function)),
        MarkdownPage.Word(example.Template),
        example.Fails ? "error: " + example.Result : MarkdownPage.Word(example.Result.Replace("\n", "\\n", StringComparison.Ordinal)),
    ];
}
