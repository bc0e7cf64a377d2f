using Injector.Contracts.Webhook;

namespace Injector.Cli.Docs;

/// <summary><c>webhook.md</c>: every option of the webhook process.</summary>
internal static class WebhookPage
{
    /// <summary>Makes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Create()
    {
        var page = new MarkdownPage(
            "Options of `injector-webhook`",
            "`injector-webhook agent-inject` takes each option as a flag (`-name=value`, `--name=value` or `-name value`) or from the environment. The environment wins over the flag; an empty variable counts as not set, `none` unsets an option. All faults are reported together at start. Options marked *own* are not in the reference injector.");
        foreach (var group in WebhookOptionTable.All.GroupBy(option => option.Group))
        {
            page.Heading(group.Key);
            page.Table(
                ["flag", "environment", "default", "meaning"],
                group.Select(option => (IReadOnlyList<string>)
                [
                    option.Flag is null ? string.Empty : MarkdownPage.Word($"-{option.Flag}"),
                    MarkdownPage.Word(option.Environment),
                    MarkdownPage.Word(option.Default),
                    Meaning(option),
                ]));
        }

        return page.ToString();
    }

    private static string Meaning(WebhookOption option)
    {
        var choices = option.Choices.Count == 0 ? string.Empty : $" One of {string.Join(", ", option.Choices.Select(MarkdownPage.Word))}.";
        return $"{(option.IsInReference ? string.Empty : "*own* ")}{option.Meaning}{choices}";
    }
}
