using System.Text.Json.Nodes;
using Injector.Cli.Inject;
using Injector.Contracts.Injection;
using Injector.Sandbox.Workloads;
using Injector.TestKit.Goldens;

namespace Injector.Cli.Tests.Inject;

/// <summary>The command line shows what the library does.</summary>
public sealed class PreviewTests
{
    public static TheoryData<string> Names => [.. PodGolden.All.Select(golden => golden.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pod_IsTheGolden(string name)
    {
        var golden = PodGolden.Find(name);

        var outcome = Preview(golden).Inject(golden.Manifest, InjectOutput.Pod);

        Assert.Equal(golden.Denial is not null, outcome.IsDenied);
        if (golden.Pod is { } expected)
        {
            var printed = PodGolden.WithoutConfigurations(YamlDocuments.Read(outcome.Text).Single());
            Assert.True(JsonNode.DeepEquals(expected, printed), outcome.Text);
        }
        else
        {
            Assert.Contains(outcome.Diagnostics, found => golden.Denial!.Contains(found.Diagnostic.Message, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Manifest_InjectedTwiceIsTheSame(string name)
    {
        var golden = PodGolden.Find(name);
        var first = Preview(golden).Inject(golden.Manifest, InjectOutput.Manifest);

        var second = Preview(golden).Inject(first.Text, InjectOutput.Manifest);

        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public void OtherObjects_PassUnchanged()
    {
        const string manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  text: |\n    one\n    two\n";

        var outcome = Preview(PodGolden.All[0]).Inject(manifest, InjectOutput.Manifest);

        Assert.Equal(manifest, outcome.Text);
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public void AnnotationsOnTheWorkload_GetAWarning()
    {
        const string manifest = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"a","annotations":{"vault.hashicorp.com/agent-inject":"true"}},
             "spec":{"template":{"metadata":{},"spec":{"containers":[{"name":"a","image":"a"}]}}}}
            """;

        var outcome = Preview(PodGolden.All[0]).Inject(manifest, InjectOutput.Patch);

        Assert.Equal("VI0167", Assert.Single(outcome.Diagnostics).Diagnostic.Code);
        Assert.Equal("Deployment/a", outcome.Diagnostics[0].Subject);
    }

    private static ManifestPreview Preview(PodGolden golden) => new(
        new InjectionSettings
        {
            Engine = golden.Engine == "vault" ? AgentEngine.Vault : AgentEngine.Injector,
            Preset = Enum.Parse<InjectionPreset>(golden.Preset, ignoreCase: true),
            VaultAddress = PodGolden.VaultAddress,
            Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) },
        },
        "default",
        TimeProvider.System);
}
