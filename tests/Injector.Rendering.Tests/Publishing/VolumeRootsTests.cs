using Injector.Rendering.Publishing;

namespace Injector.Rendering.Tests.Publishing;

public sealed class VolumeRootsTests
{
    [Theory]
    [InlineData("/vault/secrets/db", "/vault/secrets", "db")]
    [InlineData("/vault/secrets/special/db", "/vault/secrets/special", "db")]
    [InlineData("/vault/secrets/deep/db", "/vault/secrets", "deep/db")]
    public void DestinationBelongsToTheLongestRoot(string destination, string expectedRoot, string expectedPath)
    {
        var roots = VolumeRoots.For(
            [new VolumeRoot("/vault/secrets", PublishingStyle.Generations), new VolumeRoot("/vault/secrets/special/", PublishingStyle.PlainFiles)],
            [destination],
            PublishingStyle.Generations);

        var path = roots.Locate(new FileTarget(destination), out var root, out _);

        Assert.Equal(expectedRoot, root?.Path);
        Assert.Equal(expectedPath, path?.Text);
    }

    [Fact]
    public void InfersTheFolderOfTheDestination_AndTheOuterOneOfTwo()
    {
        string[] destinations = ["/a/b/c/file", "/a/b/file", "/other/file"];
        var roots = VolumeRoots.For([], destinations, PublishingStyle.Generations);

        var found = destinations.Select(destination =>
        {
            _ = roots.Locate(new FileTarget(destination), out var root, out _);
            return root?.Path;
        });

        Assert.Equal(["/a/b", "/a/b", "/other"], found);
    }
}
