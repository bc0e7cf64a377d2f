using System.CommandLine;
using Injector.Contracts.Agent;

namespace Injector.Cli.Docs;

/// <summary><c>injector docs write</c>: writes the generated pages of the documentation.</summary>
internal static class DocsCommand
{
    /// <summary>Builds the command. It is hidden: only people who change the product need it.</summary>
    /// <returns>The command with its one subcommand.</returns>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the pages go." };
        var write = new Command("write", "Write the pages under docs/reference again. Run it in the repository's root.") { folder };
        write.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(folder);
            target.Create();
            foreach (var page in ReferencePages.Create(new DirectoryInfo(Environment.CurrentDirectory)))
            {
                File.WriteAllText(Path.Combine(target.FullName, page.FileName), page.Text);
                Console.Out.WriteLine($"wrote {Path.Combine(target.Name, page.FileName)}");
            }

            return ExitCodes.Success;
        });
        var docs = new Command("docs", "The generated pages of the documentation.") { write };
        docs.Hidden = true;
        return docs;
    }
}
