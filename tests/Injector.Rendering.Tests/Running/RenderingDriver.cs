using Injector.Contracts.Logging;
using Injector.Rendering.Fetching;
using Injector.Rendering.Leases;
using Injector.Rendering.Publishing;
using Injector.Rendering.Running;
using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;
using Injector.Rendering.Tests.Storage;
using Injector.Templates;
using Injector.TestKit;
using Injector.Vault.Kv;

namespace Injector.Rendering.Tests.Running;

/// <summary>Drives the core over fake time: requests are answered at once, moments follow each other without waiting.</summary>
internal sealed class RenderingDriver
{
    private readonly JobRunner _jobs;

    public RenderingDriver(FakeVault vault, RenderingSettings settings)
        : this(vault, settings, new MemoryFileSystem())
    {
    }

    public RenderingDriver(FakeVault vault, RenderingSettings settings, MemoryFileSystem files)
    {
        Vault = vault;
        Files = files;
        Causes = new StandingCauses(Time);
        var surroundings = new RenderingSurroundings(Time, () => 0.5, Files, Variables.GetValueOrDefault, Log) { Causes = Causes };
        var clock = new LeaseClock(settings.Refresh, surroundings.Chance);
        var fetcher = new VaultFetcher(vault, new MountTable(vault, null), clock, Time);
        _jobs = new JobRunner(fetcher, new CertificateFetcher(fetcher, Files, settings.Refresh, Time), new LocalFileFetcher(Files));
        Recorder = new RecordingOutlet(new Publisher(Files, settings.Volumes, Time), () => Core?.Now ?? TimeSpan.Zero);
        Core = new RenderingCore(settings, clock, Recorder, new RenderingReport(Log), surroundings);
    }

    public MachineTime Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public FakeVault Vault { get; }

    public MemoryFileSystem Files { get; }

    public FakeLog Log { get; } = new();

    /// <summary>What the rest of the process has said.</summary>
    public StandingCauses Causes { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public RenderingCore Core { get; }

    /// <summary>The files whose content changed, in order, with the moment.</summary>
    public IReadOnlyList<(TimeSpan At, string Destination)> Written => Recorder.Written;

    /// <summary>The commands that were run, by their text.</summary>
    public List<string> Commands { get; } = [];

    private RecordingOutlet Recorder { get; }

    public static RenderingSettings Settings(params FileTemplate[] templates) => new()
    {
        Templates = templates,
        Volumes = VolumeRoots.For([], templates.Select(template => template.Target.Destination), PublishingStyle.Generations),
    };

    public static FileTemplate Template(string name, Func<ITemplateHost, RenderResult> render) => new(new FileTarget("/v/" + name), render);

    public string? Read(string name) => Files.Text("/v/" + name);

    /// <summary>Gives a token and answers everything that follows from it.</summary>
    public async Task LoginAsync(string token = "token-1")
    {
        Core.Work();
        Core.Accept(FakeTokens.Make(token));
        await SettleAsync();
    }

    public async Task SettleAsync()
    {
        while (true)
        {
            Core.Work();
            var commands = Core.TakeCommands();
            foreach (var run in commands)
            {
                Commands.Add(run.Command.Text);
                Core.Accept(run, null);
            }

            if (Core.TakeTokenInDoubt() is { } inDoubt)
            {
                (await _jobs.CheckAsync(inDoubt, TestContext.Current.CancellationToken))(Core);
                continue;
            }

            var jobs = Core.Outcome is null ? Core.TakeJobs() : [];
            if (jobs.Count == 0 && commands.Count == 0)
            {
                return;
            }

            var answers = await Task.WhenAll(jobs.Select(job => _jobs.RunAsync(job, TestContext.Current.CancellationToken)));
            foreach (var answer in answers)
            {
                answer(Core);
            }
        }
    }

    /// <summary>Lets time pass, moment by moment.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Core.Now + time;
        while (Core.Outcome is null)
        {
            await SettleAsync();
            if (Core.Outcome is not null || Core.NextDue() is not { } due || due > end)
            {
                break;
            }

            Time.Advance(due > Core.Now ? due - Core.Now : TimeSpan.FromTicks(1));
        }

        if (Core.Now < end && Core.Outcome is null)
        {
            Time.Advance(end - Core.Now);
            await SettleAsync();
        }
    }
}
