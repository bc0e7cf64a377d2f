using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent.Lives;

/// <summary>A thousand rotations of the published agent under the eyes of a reader.</summary>
[Collection("Lives")]
public sealed class RotationTests
{
    private const int Rotations = 1000;
    private static readonly string[] Files = ["cert", "key", "chain", "user", "address"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReaderNeverSeesAMixedGenerationOrAShortFile()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.RunAsSidecar();
        fixture.Workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "2ms" };
        foreach (var file in Files)
        {
            fixture.Workplace.AddTemplate(file, """{{ with secret "kv/rotating" }}{{ .Data.data.generation }} {{ .Data.data.length }} {{ .Data.data.text }}{{ end }}""");
        }

        await WriteAsync(fixture, 0);
        await using var agent = AgentProcess.Start(fixture.Workplace);
        await fixture.PublishedAsync("first");
        var reader = new RotationReader(fixture.Workplace.Secrets, Files);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var reading = Task.Run(() => reader.Run(stop.Token), Cancellation);

        for (var rotation = 1; rotation <= Rotations && reader.Faults.Count == 0; rotation++)
        {
            await WriteAsync(fixture, rotation);
            await reader.SeenAsync(rotation, Cancellation);
        }

        await stop.CancelAsync();
        await reading;
        Assert.Empty(reader.Faults);
        Assert.True(reader.Snapshots > Rotations, $"The reader saw only {reader.Snapshots} whole generations.");
    }

    // Lengths go up and down, so that a file written in place would be seen short or with a tail of the last one.
    private static async Task WriteAsync(AgentFixture fixture, int generation)
    {
        var length = 1 + (generation * 7919 % 9000);
        var values = new JsonObject
        {
            ["generation"] = generation.ToString(CultureInfo.InvariantCulture),
            ["length"] = length.ToString(CultureInfo.InvariantCulture),
            ["text"] = new string((char)('a' + (generation % 26)), length),
        };
        await fixture.Vault.WriteSecretAsync("rotating", values, Cancellation);
    }
}
