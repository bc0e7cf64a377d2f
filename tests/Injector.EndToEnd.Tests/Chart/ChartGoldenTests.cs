using Injector.TestKit;
using Injector.TestKit.Goldens;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>What the chart renders, for every preset on every cluster version that makes a difference.</summary>
public sealed class ChartGoldenTests
{
    private static readonly string[] Presets = ["default", "ha", "restricted", "openshift", "compatible"];
    private static readonly string[] Versions = ["1.27.0", "1.28.0", "1.30.0", "1.36.0"];
    private static readonly GoldenFolder Goldens = new(Repository.PathOf("tests", "Injector.EndToEnd.Tests", "Chart", "Golden"));

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var preset in Presets)
        {
            foreach (var version in Versions)
            {
                cases.Add(preset, version);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Renders_AsTheGolden(string preset, string version) =>
        Goldens.Check(GoldenName(preset, version), await HelmCommand.TemplateAsync(["--kube-version", version, .. ValuesOf(preset)]));

    [Theory]
    [InlineData("default")]
    [InlineData("ha")]
    [InlineData("restricted")]
    [InlineData("openshift")]
    [InlineData("compatible")]
    public async Task Lints_WithoutAComplaint(string preset)
    {
        var result = await HelmCommand.RunAsync(["lint", HelmCommand.Chart, "--strict", "--set", "vault.address=https://vault.vault.svc:8200", .. ValuesOf(preset)]);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public async Task Renders_TheSameTwice() =>
        Assert.Equal(await HelmCommand.TemplateAsync("--kube-version", "1.30.0"), await HelmCommand.TemplateAsync("--kube-version", "1.30.0"));

    [Fact]
    public void EveryGolden_IsUsed() =>
        Assert.Empty(Goldens.Unused(Presets.SelectMany(preset => Versions.Select(version => GoldenName(preset, version)))));

    private static string GoldenName(string preset, string version) => $"{preset}-{version}.yaml";

    private static string[] ValuesOf(string preset) => preset == "default" ? [] : ["--values", Path.Combine(HelmCommand.Chart, $"values-{preset}.yaml")];
}
