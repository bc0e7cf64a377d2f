using Injector.TestKit;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>The <c>promtool</c> that comes with Prometheus.</summary>
internal static class Promtool
{
    private static string Extracted { get; } = Repository.PathOf("artifacts", "tools", "prometheus", "usr", "bin", "promtool");

    private static string? Program => Environment.GetEnvironmentVariable("INJECTOR_PROMTOOL") is { Length: > 0 } named
        ? named
        : ((string[])[Extracted, "/usr/bin/promtool", "/usr/local/bin/promtool"]).FirstOrDefault(File.Exists);

    /// <summary>Runs promtool; skips the test where it is not there.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>How it ended.</returns>
    public static async Task<CommandResult> RunAsync(params string[] arguments)
    {
        Assert.SkipWhen(Program is null, "promtool is not installed; 'make test' fetches it where Debian has it, or set INJECTOR_PROMTOOL.");
        return await CommandLine.RunAsync(Program, arguments, TestContext.Current.CancellationToken);
    }
}
