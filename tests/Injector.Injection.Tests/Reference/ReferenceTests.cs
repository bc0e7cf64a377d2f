using System.Collections.Concurrent;
using Injector.Contracts.Injection;

namespace Injector.Injection.Tests.Reference;

/// <summary>Every recorded answer of the reference injector, except where docs/differences.md says so.</summary>
public sealed class ReferenceTests
{
    private static readonly ConcurrentDictionary<(string Profile, AgentEngine Engine), PodInjector> Injectors = new();

    // What our own agent needs differently: documented in docs/differences.md.
    private static readonly string[] OwnAgent =
    [
        "/pod/spec/*/*/image", "/pod/spec/*/*/start", "/pod/spec/*/*/env/GOMAXPROCS", "/pod/spec/*/*/env/#order", "/pod/spec/*/*/lifecycle", "/vault_config/*/injector",
        "/pod/spec/volumes/vault-agent-cache", "/pod/spec/*/*/volumeMounts/~1vault~1agent-cache",
    ];

    public static TheoryData<string> Ids => [.. ReferenceCorpus.Cases.Select(@case => @case.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnswersAsTheReference_WithItsAgent(string id)
    {
        var @case = ReferenceCorpus.Find(id);

        var differences = ReferenceComparison.Run(@case, Injector(@case.Profile, AgentEngine.Vault));

        Assert.Equal([], [.. differences.Where(difference => !IsDocumented(@case, difference))]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnswersAsTheReference_WithOurAgent(string id)
    {
        var @case = ReferenceCorpus.Find(id);

        var differences = ReferenceComparison.Run(@case, Injector(@case.Profile, AgentEngine.Injector));

        Assert.Equal([], [.. differences.Where(difference => !IsDocumented(@case, difference) && !OwnAgent.Any(difference.IsBelow) && !PatchesTheCommandLine(@case))]);
    }

    private static bool IsDocumented(ReferenceCase @case, Difference difference) => @case.QuirkPaths?.Any(difference.IsBelow) ?? false;

    // Our agent is started without a shell and without arguments: a JSON patch of those fits one agent only.
    private static bool PatchesTheCommandLine(ReferenceCase @case) => @case.Pod!.ToJsonString().Contains("/args", StringComparison.Ordinal);

    private static PodInjector Injector(string profile, AgentEngine engine) =>
        Injectors.GetOrAdd((profile, engine), key => new PodInjector(ReferenceProfiles.Settings(key.Profile, key.Engine)));
}
