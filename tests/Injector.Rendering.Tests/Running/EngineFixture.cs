using Injector.Rendering.Commands;
using Injector.Rendering.Running;
using Injector.Rendering.Tests.Fakes;
using Injector.Rendering.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Rendering.Tests.Running;

/// <summary>What an engine with its own loop needs, all of it fake.</summary>
internal sealed class EngineFixture
{
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public FakeVault Vault { get; } = new();

    public FakeTokenSource Tokens { get; } = new();

    public FakeLog Log { get; } = new();

    public MemoryFileSystem Files { get; } = new();

    public FakeProcesses Processes { get; } = new();

    public RenderingSurroundings Surroundings => new(Time, () => 0.5, Files, _ => null, Log)
    {
        Commands = new CommandSurroundings(Processes, new Dictionary<string, string> { ["PATH"] = "/bin", ["NAME"] = "inherited" }, new Dictionary<string, string>()),
    };

    /// <summary>Lets fake time pass in small steps until something is so; between the steps the engine gets the processor.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromMilliseconds(100));
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
            }
        }
    }
}
