using Injector.Contracts.Pods;
using Injector.EndToEnd.Tests.Agent;
using Injector.Sandbox.Pods;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>The agent's image as its user, on a read-only root file system, with memory volumes for what it writes.</summary>
public sealed class AgentImageTests
{
    [Theory]
    [InlineData(ImageSource.Layout)]
    [InlineData(ImageSource.Built)]
    public async Task Publishes_AsAPlainUserOnAReadOnlyRoot(ImageSource source)
    {
        using var image = await ImageUnderTest.OpenAsync("agent", source);
        await using var server = await WebPodServer.StartAsync();
        await using var pod = await ImagePods.StartAsync(server.OptionsFor(image.ToLocalImage()), AgentPod.Create(server.Vault.Server.Address), server.Limit);

        var status = await pod.WaitUntilReadyAsync(server.Limit);

        Assert.True(status.IsReady, ImagePods.Report(pod));
        foreach (var command in (string[])["wait", "health", "status"])
        {
            var result = await pod.ExecuteAsync(ContainerNames.Sidecar, [PodPaths.AgentExecutable, command], server.Limit);
            Assert.True(result.ExitCode == 0, $"{command}: {result.Output}{result.Error}");
        }

        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], server.Limit)).Output.Trim());
        Assert.Equal("100:1000", (await pod.ExecuteAsync("web", ["stat", "-Lc", "%u:%g", "/vault/secrets/web"], server.Limit)).Output.Trim());
        await server.WriteUserAsync("pauline");
        string[] changed = ["/bin/sh", "-c", "until grep -q pauline /vault/secrets/web; do sleep 0.05; done"];
        Assert.Equal(0, (await pod.ExecuteAsync("web", changed, server.Limit)).ExitCode);

        var ended = await pod.StopAsync(server.Limit);
        Assert.Equal(0, Assert.IsType<ContainerState.Terminated>(ended.Container(ContainerNames.Sidecar).State).ExitCode);
    }

    [Fact]
    public async Task Holds_TheBinaryAndTheNamesOfItsUserOnly()
    {
        using var image = await ImageUnderTest.OpenAsync("agent", ImageSource.Layout);

        var files = Directory.EnumerateFileSystemEntries(image.Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(image.Root, path)).Order(StringComparer.Ordinal);

        Assert.Equal(["bin", "bin/injector-agent", "bin/vault", "etc", "etc/group", "etc/passwd", "etc/ssl", "etc/ssl/certs"], files);
        Assert.All(Directory.EnumerateFiles(image.Root, "*", SearchOption.AllDirectories), static file => Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file)));
    }

    [Fact]
    public void Built_ImageSaysWhatItsDockerfileSays()
    {
        using var image = ImageUnderTest.Built("agent");

        var expected = ImageConfiguration.OfDockerfile(Repository.PathOf("Dockerfile.agent"));

        Assert.Equal(expected.User, image.Configuration.User);
        Assert.Equal(expected.Entrypoint, image.Configuration.Entrypoint);
        Assert.Equal(expected.Command, image.Configuration.Command);
        Assert.Equal(expected.Environment, image.Configuration.Environment);
    }
}
