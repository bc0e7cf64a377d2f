using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Injector.Sandbox.Workloads;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>What Prometheus itself says about the chart's alerts and the dashboard's queries.</summary>
public sealed partial class AlertRulesTests
{
    private const string RulesFile = "rules.json";

    private static readonly string Cases = Repository.PathOf("tests", "Injector.EndToEnd.Tests", "Chart", "Alerts");

    public static TheoryData<string> Alerts() => new(Directory.EnumerateFiles(Cases, "*.yaml").Select(static file => Path.GetFileNameWithoutExtension(file)).Order());

    [Theory]
    [InlineData("self")]
    [InlineData("cert-manager")]
    [InlineData("files")]
    public async Task Rules_AreAccepted(string mode)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf(RulesFile), Groups(await RenderAsync(mode)), TestContext.Current.CancellationToken);

        var result = await Promtool.RunAsync("check", "rules", folder.PathOf(RulesFile));

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Alert_FiresWhenItShouldAndThenOnly(string alert)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf(RulesFile), Groups(await RenderAsync("self")), TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(Cases, $"{alert}.yaml"), folder.PathOf("case.yaml"));

        var result = await Promtool.RunAsync("test", "rules", folder.PathOf("case.yaml"));

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public async Task EveryAlert_HasItsCases() => Assert.Equal(AlertsOf(await RenderAsync("self")).Order(), Alerts().Select(static row => row.Data));

    [Theory]
    [InlineData("self", true)]
    [InlineData("cert-manager", false)]
    [InlineData("files", false)]
    public async Task SelfTestAlert_ExistsWhereThereIsASelfTest(string mode, bool exists)
    {
        var alerts = AlertsOf(await RenderAsync(mode)).ToList();

        Assert.Equal(exists, alerts.Contains("InjectorSelfTestFails"));
        Assert.Contains("InjectorCertificateEnds", alerts);
    }

    [Fact]
    public async Task DashboardQueries_AreAccepted()
    {
        using var folder = new TemporaryFolder();
        var queries = Directory.EnumerateFiles(Path.Combine(HelmCommand.Chart, "dashboards"), "*.json")
            .SelectMany(static file => JsonNode.Parse(File.ReadAllText(file))?["panels"] as JsonArray ?? [])
            .SelectMany(static panel => panel?["targets"] as JsonArray ?? [])
            .Select(static target => Variable().Replace((string?)target?["expr"] ?? string.Empty, "x"))
            .ToList();
        var rules = queries.Select(static (query, index) => (JsonNode)new JsonObject { ["record"] = $"query:{index}", ["expr"] = query });
        var group = new JsonObject { ["name"] = "dashboards", ["rules"] = new JsonArray([.. rules]) };
        await File.WriteAllTextAsync(folder.PathOf(RulesFile), new JsonObject { ["groups"] = new JsonArray(group) }.ToJsonString(), TestContext.Current.CancellationToken);

        var result = await Promtool.RunAsync("check", "rules", "--lint=none", folder.PathOf(RulesFile));

        Assert.NotEmpty(queries);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    private static async Task<JsonNode> RenderAsync(string mode)
    {
        var rendered = await HelmCommand.TemplateAsync(
            "--set", $"metrics.rules.enabled=true,certificates.mode={mode},certificates.files.secretName=s,certificates.files.caBundle=Y2E=", "--show-only", "templates/rules.yaml");
        return Assert.Single(YamlDocuments.Read(rendered));
    }

    private static string Groups(JsonNode rule) => new JsonObject { ["groups"] = rule["spec"]?["groups"]?.DeepClone() }.ToJsonString();

    private static IEnumerable<string> AlertsOf(JsonNode rule) => (rule["spec"]?["groups"] as JsonArray ?? [])
        .SelectMany(static group => group?["rules"] as JsonArray ?? [])
        .Select(static alert => (string?)alert?["alert"] ?? string.Empty);

    [GeneratedRegex(@"\$\{?[A-Za-z_]+\}?")]
    private static partial Regex Variable();
}
