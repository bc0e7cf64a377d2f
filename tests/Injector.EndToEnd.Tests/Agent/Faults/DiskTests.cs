using System.Text.Json.Nodes;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>There is no room for new files.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task FullVolume_KeepsTheOldGeneration()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings());
        await using var volume = await FullVolume.MountAsync(scene.Workplace.Secrets);
        scene.Launch();
        await scene.PublishedAsync();

        await EpisodeRun.PlayAsync(scene, new Episode("VI0603", () => FillAsync(scene, volume), () => Done(volume.Empty)) { Failures = 0 });
    }

    private static Task FillAsync(FaultScene scene, FullVolume volume)
    {
        volume.Fill();
        return scene.WriteNextAsync();
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task FullVolumeOfASink_KeepsTheOldTokenAndSaysItOnce()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings());
        await using var volume = await FullVolume.MountAsync(scene.Workplace.PathOf("sink"));
        var sink = Path.Combine(scene.Workplace.PathOf("sink"), "token");
        (scene.Workplace.Configuration["auto_auth"]?["sink"]?[0]?["config"] as JsonObject ?? [])["path"] = sink;
        scene.Launch();
        await scene.PublishedAsync();
        var old = await File.ReadAllTextAsync(sink, TestContext.Current.CancellationToken);

        await EpisodeRun.PlayAsync(scene, new Episode("VI0315", () => LoseTokenAsync(scene, volume), () => Done(() => Assert.Equal(old, File.ReadAllText(sink))))
        {
            Failures = 0,
            Heralds = ["VI0407"],
        });

        volume.Empty();
        await Eventually.IsTrueAsync(() => File.ReadAllText(sink) != old, "the sink holds the new token", TestContext.Current.CancellationToken);
    }

    private static Task LoseTokenAsync(FaultScene scene, FullVolume volume)
    {
        volume.Fill();
        return scene.RevokeTokenAsync();
    }
}
