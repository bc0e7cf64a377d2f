using Injector.Sandbox.Administration;
using Injector.Sandbox.Vault;
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
        var result = await RunAsync(new Dictionary<string, string> { ["VAULT_ADDR"] = string.Empty, ["VAULT_TOKEN"] = string.Empty });

        Assert.True(result.ExitCode == 0, $"{result.Output}\n{result.Error}");
        Assert.All(
            ["/vault/secrets/database.env", "/vault/secrets/partner", "/vault/secrets/tls.crt", "/vault/secrets/tls.key", "second-p4ssword", "settlement: done"],
            text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b[", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_UsesTheServerOfTheUserAndLeavesItAsItWas()
    {
        await using var vault = await SandboxVault.StartAsync(new SandboxVaultOptions { Transport = SandboxTransport.Https }, TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        var roots = folder.PathOf("ca.pem");
        await File.WriteAllTextAsync(roots, vault.CaCertificatePem, TestContext.Current.CancellationToken);
        using var administrator = new VaultAdministrator(vault.Address, vault.RootToken.Reveal(), PinnedRoot.Handler(vault.CaCertificatePem));
        var before = await administrator.ReadAsync("sys/mounts", TestContext.Current.CancellationToken);

        var result = await RunAsync(new Dictionary<string, string>
        {
            ["VAULT_ADDR"] = vault.Address.GetLeftPart(UriPartial.Authority),
            ["VAULT_TOKEN"] = vault.RootToken.Reveal(),
            ["VAULT_CACERT"] = roots,
        });

        Assert.True(result.ExitCode == 0, $"{result.Output}\n{result.Error}");
        Assert.Contains("Your server.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(vault.RootToken.Reveal(), result.Output + result.Error, StringComparison.Ordinal);
        Assert.Equal(before?.Select(mount => mount.Key), (await administrator.ReadAsync("sys/mounts", TestContext.Current.CancellationToken))?.Select(mount => mount.Key));
        Assert.Null((await administrator.ReadAsync("sys/auth", TestContext.Current.CancellationToken))?["kubernetes/"]);
    }

    private static async Task<CommandResult> RunAsync(Dictionary<string, string> variables)
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent publish-webhook' does it.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return await CommandLine.RunAsync(
            "dotnet",
            [
                PublishedPrograms.CommandLine, "demo", "--plain",
                "--agent", PublishedPrograms.Agent,
                "--webhook", PublishedPrograms.Webhook,
                "--examples", Repository.PathOf("manifests", "examples"),
            ],
            limit.Token,
            variables);
    }
}
