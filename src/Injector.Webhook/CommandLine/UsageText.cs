using System.Text;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.CommandLine;

/// <summary>What <c>-help</c> prints, derived from the table of options.</summary>
internal static class UsageText
{
    public const string Subcommands = """
        usage: injector-webhook agent-inject [flags]
               injector-webhook version
               injector-webhook agent-inject -help

        """;

    public static string Flags()
    {
        var text = new StringBuilder(Subcommands);
        foreach (var group in WebhookOptionTable.All.GroupBy(static option => option.Group))
        {
            text.Append('\n').Append(group.Key).Append('\n');
            foreach (var option in group)
            {
                text.Append("  ").Append(option.Name);
                if (option.Default.Length > 0)
                {
                    text.Append(" (default ").Append(option.Default).Append(')');
                }

                text.Append("\n      ").Append(option.Meaning).Append('\n');
                if (option.Flag is not null)
                {
                    text.Append("      Environment: ").Append(option.Environment).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}
