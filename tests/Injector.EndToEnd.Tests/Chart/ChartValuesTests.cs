using System.Text.Json.Nodes;
using Injector.Sandbox.Workloads;
using Injector.TestKit;
using Injector.TestKit.Kubernetes;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>Values as people write them into files, and what becomes of them.</summary>
public sealed class ChartValuesTests
{
    // Helm reads numbers of files as floating point and prints large ones as 1.0007e+09 if nobody takes care.
    [Fact]
    public async Task LargeNumbers_StayWhole()
    {
        var deployment = await DeploymentAsync("""
            agent:
              runAsUser: 1000700000
              runAsGroup: 1000700001
            webhook:
              podSecurityContext: {runAsUser: 1000700002, fsGroup: 1000700003}
              terminationGracePeriodSeconds: 10000000
            """);

        Assert.Equal("1000700000", Variable(deployment, "AGENT_INJECT_RUN_AS_USER"));
        Assert.Equal("1000700001", Variable(deployment, "AGENT_INJECT_RUN_AS_GROUP"));
        Assert.Equal(1000700002, (long?)PodSpec(deployment)?["securityContext"]?["runAsUser"]);
        Assert.Equal(1000700003, (long?)PodSpec(deployment)?["securityContext"]?["fsGroup"]);
        Assert.Equal(10000000, (long?)PodSpec(deployment)?["terminationGracePeriodSeconds"]);
    }

    [Fact]
    public async Task DefaultsOfAnnotations_AreTexts()
    {
        var objects = await RenderAsync("""
            agent:
              annotations:
                agent-run-as-user: 1000700000
                agent-limits-cpu: 0.5
                agent-pre-populate-only: true
                vault.hashicorp.com/agent-inject-containers: "a,b"
            """);

        var map = Assert.Single(objects, static item => (string?)item["metadata"]?["name"] == "injector-defaults");
        var defaults = JsonNode.Parse((string?)map["data"]?["annotations.json"] ?? string.Empty);
        Assert.Equal(
            """{"agent-limits-cpu":"0.5","agent-pre-populate-only":"true","agent-run-as-user":"1000700000","vault.hashicorp.com/agent-inject-containers":"a,b"}""",
            defaults?.ToJsonString());
    }

    [Theory]
    [InlineData("", null, "ghcr.io/vault-injector/injector-agent:")]
    [InlineData("engine: vault", null, null)]
    [InlineData("{engine: vault, image: {repository: registry/vault, tag: 2.0.5}}", "registry/vault:2.0.5", null)]
    [InlineData("{engine: vault, image: {repository: registry/vault, digest: 'sha256:4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2'}}", "registry/vault@sha256:4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2", null)]
    [InlineData("{image: {repository: registry/agent, tag: '1'}}", null, "registry/agent:1")]
    public async Task Engine_DecidesWhoseImageIsNamed(string agent, string? vaultImage, string? agentImage)
    {
        var deployment = await DeploymentAsync(agent.Length == 0 ? "{}" : agent.StartsWith('{') ? $"agent: {agent}" : $"agent:\n  {agent}");

        Assert.Equal(vaultImage, Variable(deployment, "AGENT_INJECT_VAULT_IMAGE"));
        Assert.StartsWith(agentImage ?? string.Empty, Variable(deployment, "AGENT_INJECT_AGENT_IMAGE") ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(agentImage is null, Variable(deployment, "AGENT_INJECT_AGENT_IMAGE") is null);
    }

    [Theory]
    [InlineData("{}", """{"rollingUpdate":{"maxSurge":1,"maxUnavailable":0},"type":"RollingUpdate"}""")]
    [InlineData("webhook: {hostNetwork: true}", """{"rollingUpdate":{"maxSurge":0,"maxUnavailable":1},"type":"RollingUpdate"}""")]
    [InlineData("webhook: {strategy: {type: Recreate}}", """{"type":"Recreate"}""")]
    public async Task Strategy_IsTheOneAskedFor(string values, string strategy) =>
        Assert.Equal(strategy, (await DeploymentAsync(values))["spec"]?["strategy"]?.ToJsonString());

    [Theory]
    [InlineData("vault.hashicorp.com/sidecar-mode: native", "AGENT_INJECT_SIDECAR_MODE")]
    [InlineData("agent-inject-default-template: json", "AGENT_INJECT_DEFAULT_TEMPLATE")]
    [InlineData("template-config-exit-on-retry-failure: false", "AGENT_INJECT_TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE")]
    [InlineData("vault-injector.dev/agent-revoke-on-shutdown: true", "AGENT_INJECT_REVOKE_ON_SHUTDOWN")]
    [InlineData("agent-set-security-context: false", "AGENT_INJECT_SET_SECURITY_CONTEXT")]
    public async Task DefaultOfAnAnnotation_TakesThePlaceOfItsOption(string annotation, string option)
    {
        var without = await DeploymentAsync("{}");
        var with = await DeploymentAsync($"agent:\n  annotations:\n    {annotation}\n");

        Assert.NotNull(Variable(without, option));
        Assert.Null(Variable(with, option));
    }

    private static async Task<JsonNode> DeploymentAsync(string values) =>
        Assert.Single(await RenderAsync(values), static item => (string?)item["kind"] == "Deployment");

    private static async Task<IReadOnlyList<JsonNode>> RenderAsync(string values)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("values.yaml");
        await File.WriteAllTextAsync(file, values, TestContext.Current.CancellationToken);
        var objects = YamlDocuments.Read(await HelmCommand.TemplateAsync("--kube-version", "1.30.0", "--values", file));
        Assert.All(objects, static document => Assert.Null(StrictDecoder.Fault(document)));
        return objects;
    }

    private static JsonNode? PodSpec(JsonNode deployment) => deployment["spec"]?["template"]?["spec"];

    private static string? Variable(JsonNode deployment, string name) =>
        (string?)(PodSpec(deployment)?["containers"]?[0]?["env"] as JsonArray ?? []).SingleOrDefault(variable => (string?)variable?["name"] == name)?["value"];
}
