using System.CommandLine;
using System.Net;

namespace Injector.Cli.DemoApp;

/// <summary>
/// <c>injector demo-app</c>: the web app of the example Deployment. It knows nothing of Vault: it reads files, as the apps of our users do.
/// </summary>
internal static class DemoAppCommand
{
    /// <summary>Builds the command. It is hidden: only the demo's pod runs it.</summary>
    /// <returns>The command with its options.</returns>
    public static Command Create()
    {
        var listen = new Option<string>("--listen") { Description = "Address and port.", Required = true };
        var secrets = new Option<DirectoryInfo>("--secrets") { Description = "Folder with the secrets.", Required = true };
        var cache = new Option<DirectoryInfo>("--cache") { Description = "Folder the app may write to.", Required = true };
        var command = new Command("demo-app", "The web app of the example Deployment.") { listen, secrets, cache };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => new PaymentsApp(
            IPEndPoint.Parse(parsed.GetRequiredValue(listen)),
            parsed.GetRequiredValue(secrets),
            parsed.GetRequiredValue(cache),
            TimeProvider.System).RunAsync(cancellationToken));
        return command;
    }
}
