using Injector.TestKit;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Demo;

/// <summary>The main job over real sockets, with the published binaries: manifest, admission, patched pod, rotation, Job.</summary>
[Collection(DemoMachine.Name)]
public sealed class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Demo_DoesTheMainJob()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent publish-webhook' does it.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);

        var result = await CommandLine.RunAsync(
            "dotnet",
            [
                PublishedPrograms.CommandLine, "demo", "--plain",
                "--agent", PublishedPrograms.Agent,
                "--webhook", PublishedPrograms.Webhook,
                "--examples", Repository.PathOf("manifests", "examples"),
            ],
            limit.Token,
            new Dictionary<string, string> { ["VAULT_ADDR"] = string.Empty, ["VAULT_TOKEN"] = string.Empty });

        Assert.True(result.ExitCode == 0, $"{result.Output}\n{result.Error}");
        Assert.All(
            ["/vault/secrets/database.env", "/vault/secrets/partner", "/vault/secrets/tls.crt", "/vault/secrets/tls.key", "second-p4ssword", "settlement: done"],
            text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b[", result.Output, StringComparison.Ordinal);
    }
}
