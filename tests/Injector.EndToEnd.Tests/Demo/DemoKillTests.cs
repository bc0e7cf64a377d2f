using System.Diagnostics;
using System.Globalization;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.Demo;

/// <summary>What a demo leaves behind when it is killed while its pod runs.</summary>
[Collection(DemoMachine.Name)]
public sealed class DemoKillTests
{
    [Fact]
    public async Task Leaves_NoProcessBehindWhenItIsKilled()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent publish-webhook' does it.");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            PublishedPrograms.CommandLine, "demo", "--plain",
            "--agent", PublishedPrograms.Agent, "--webhook", PublishedPrograms.Webhook, "--examples", Repository.PathOf("manifests", "examples"),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["VAULT_ADDR"] = string.Empty;
        using var demo = Process.Start(start) ?? throw new InvalidOperationException("The demo did not start.");
        var seen = new List<string>();
        while (await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("ready (", StringComparison.Ordinal))
        {
            seen.Add(line);
        }

        var family = Descendants(demo.Id);
        Assert.True(family.Count > 3, string.Join('\n', seen));
        demo.Kill();

        await Eventually.IsTrueAsync(() => !family.Any(IsAlive), "every process of the demo has ended", TestContext.Current.CancellationToken);
    }

    private static List<int> Descendants(int id)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0)
            .ToDictionary(process => process, Parent);
        List<int> result = [id];
        for (var index = 0; index < result.Count; index++)
        {
            result.AddRange(parents.Where(pair => pair.Value == result[index]).Select(pair => pair.Key));
        }

        return result[1..];
    }

    private static int Parent(int process) => Field(process, 1) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    // A zombie waits for somebody to ask for its exit code; it runs no more.
    private static bool IsAlive(int process) => Field(process, 0) is not (null or "Z" or "X");

    /// <summary>A field of <c>/proc/ID/stat</c> behind the program's name.</summary>
    private static string? Field(int process, int number)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ')[number];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
