using System.CommandLine;
using Injector.Templates;

namespace Injector.Cli.Templates;

/// <summary><c>injector template render</c>: renders one template against data or recorded answers of Vault.</summary>
internal static class RenderCommand
{
    private static readonly Argument<FileInfo> TemplateFile = new("template") { Description = "The template." };

    private static readonly Option<FileInfo?> Data = new("--data") { Description = "JSON that the template sees as its data (the dot)." };

    private static readonly Option<FileInfo?> Answers = new("--answers")
    {
        Description = "Recorded answers: JSON with any of 'secrets' (path to Vault's response), 'writes', 'lists', 'pki', 'files' and 'env'.",
    };

    private static readonly Option<string> Left = new("--left-delimiter") { Description = "Starts an action.", DefaultValueFactory = _ => "{{" };

    private static readonly Option<string> Right = new("--right-delimiter") { Description = "Ends an action.", DefaultValueFactory = _ => "}}" };

    private static readonly Option<bool> ErrorOnMissingKey = new("--error-on-missing-key") { Description = "A missing key is an error." };

    /// <summary>Builds the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var command = new Command("render", "Render a template and print the result, or the error with the line it is in.")
        {
            TemplateFile, Data, Answers, Left, Right, ErrorOnMissingKey,
        };
        command.SetAction(parsed => new TemplatePreview(Console.OpenStandardOutput(), Console.Error).Run(
            parsed.GetRequiredValue(TemplateFile),
            parsed.GetValue(Data),
            parsed.GetValue(Answers),
            new TemplateOptions
            {
                LeftDelimiter = parsed.GetRequiredValue(Left),
                RightDelimiter = parsed.GetRequiredValue(Right),
                MissingKey = parsed.GetValue(ErrorOnMissingKey) ? MissingKey.Error : MissingKey.Zero,
                Destination = "/vault/secrets/" + Path.GetFileNameWithoutExtension(parsed.GetRequiredValue(TemplateFile).Name),
            }));
        return command;
    }
}
