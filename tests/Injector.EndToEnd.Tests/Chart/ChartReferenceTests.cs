using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Injector.Contracts.Webhook;
using Injector.Sandbox.Workloads;
using Injector.TestKit;
using Injector.TestKit.Kubernetes;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>What the chart names exists: options of the webhook, metrics, runbooks, fields of Kubernetes objects.</summary>
public sealed partial class ChartReferenceTests
{
    private static readonly string[] Everything =
    [
        "--kube-version", "1.30.0",
        "--set", "metrics.rules.enabled=true,metrics.dashboards.enabled=true,metrics.serviceMonitor.enabled=true,metrics.podMonitor.enabled=true",
        "--set", "networkPolicy.enabled=true,agent.resources.cpuLimit=500m,agent.runAsUser=5,agent.runAsGroup=5,agent.staticSecretRenderInterval=30s",
        "--set-string", "agent.annotations.agent-init-first=true,vault.namespace=a,vault.proxyAddress=http://p:1,webhook.tlsCipherSuites={TLS_AES_128_GCM_SHA256}",
    ];

    [Theory]
    [InlineData("self")]
    [InlineData("cert-manager")]
    public async Task EnvironmentVariables_AreOptionsOfTheWebhook(string mode)
    {
        var known = WebhookOptionTable.All.Select(option => option.Environment).ToHashSet(StringComparer.Ordinal);

        var rendered = await HelmCommand.TemplateAsync([.. Everything, "--set", $"certificates.mode={mode}"]);

        Assert.Subset(known, OptionName().Matches(rendered).Select(match => match.Value).ToHashSet());
    }

    [Fact]
    public async Task Metrics_OfRulesAndDashboardsExist()
    {
        var known = typeof(WebhookMetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.GetRawConstantValue()}").ToHashSet();

        var rendered = await HelmCommand.TemplateAsync(Everything);

        var used = MetricName().Matches(rendered).Select(match => match.Value.Replace("_bucket", string.Empty, StringComparison.Ordinal)).ToHashSet();
        Assert.NotEmpty(used);
        Assert.Subset(known, used);
    }

    [Fact]
    public async Task Metrics_AreDocumented()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "monitoring.md"), TestContext.Current.CancellationToken);
        var names = typeof(WebhookMetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.GetRawConstantValue()}");

        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runbooks_OfAlertsAreSections()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "monitoring.md"), TestContext.Current.CancellationToken);

        var rendered = await HelmCommand.TemplateAsync(Everything);

        var alerts = AlertName().Matches(rendered).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains($"### {alert}\n", page, StringComparison.Ordinal));
        Assert.All(alerts, alert => Assert.Contains($"#{alert.ToLowerInvariant()}\n", rendered, StringComparison.Ordinal));
    }

    [Fact]
    public void Dashboards_HaveAQueryInEveryPanel() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(HelmCommand.Chart, "dashboards"), "*.json"),
        file =>
        {
            var panels = JsonNode.Parse(File.ReadAllText(file))?["panels"] as JsonArray;

            Assert.NotNull(panels);
            Assert.All(panels, panel => Assert.NotEqual(string.Empty, panel?["targets"]?[0]?["expr"]?.GetValue<string>() ?? string.Empty));
            Assert.Equal(panels.Count, panels.Select(panel => panel?["id"]?.GetValue<int>()).Distinct().Count());
        });

    [Theory]
    [InlineData("self")]
    [InlineData("cert-manager")]
    public async Task Objects_HaveOnlyFieldsThatKubernetesKnows(string mode)
    {
        var rendered = await HelmCommand.TemplateAsync([.. Everything, "--set", $"certificates.mode={mode}"]);

        var objects = YamlDocuments.Read(rendered);

        Assert.NotEmpty(objects);
        Assert.All(objects, document => Assert.Null(StrictDecoder.Fault(document)));
    }

    [GeneratedRegex("AGENT_INJECT_[A-Z_]+")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"\b(?:injector|vault_agent_injector)_[a-z_]+[a-z]\b")]
    private static partial Regex MetricName();

    [GeneratedRegex("- alert: ([A-Za-z]+)")]
    private static partial Regex AlertName();
}
