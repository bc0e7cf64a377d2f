using System.Text.Json.Nodes;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary>Values that the chart must refuse, before anything reaches a cluster.</summary>
public sealed class ChartSchemaTests
{
    [Theory]
    [InlineData("webhok.replicas=2", "webhok")]
    [InlineData("webhook.replica=2", "replica")]
    [InlineData("webhook.replicas=0", "webhook.replicas")]
    [InlineData("webhook.failurePolicy=fail", "webhook.failurePolicy")]
    [InlineData("webhook.matchConditions=maybe", "webhook.matchConditions")]
    [InlineData("webhook.timeoutSeconds=31", "webhook.timeoutSeconds")]
    [InlineData("webhook.port=70000", "webhook.port")]
    [InlineData("vault.address=vault.vault.svc:8200", "vault.address")]
    [InlineData("agent.preset=legacy", "agent.preset")]
    [InlineData("agent.resources.memoryLimit=128mb", "agent.resources.memoryLimit")]
    [InlineData("certificates.mode=manual", "certificates.mode")]
    public async Task Refuses_AValueOutsideTheSchema(string set, string named)
    {
        var result = await HelmCommand.RunAsync(["template", "injector", HelmCommand.Chart, "--set", "vault.address=https://vault:8200", "--set", set]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certificates.mode=self", "vault.address is required")]
    [InlineData("vault.address=https://vault:8200,certificates.mode=files,certificates.files.caBundle=x", "certificates.files.secretName is required")]
    [InlineData("vault.address=https://vault:8200,certificates.mode=files,certificates.files.secretName=x", "certificates.files.caBundle is required")]
    public async Task Refuses_MissingValuesWithASentence(string set, string sentence)
    {
        var result = await HelmCommand.RunAsync(["template", "injector", HelmCommand.Chart, "--set", set]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_DescribesEveryValueAndRefusesOthers()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(HelmCommand.Chart, "values.schema.json")));

        Assert.Empty(Undescribed(schema, "values"));
    }

    private static IEnumerable<string> Undescribed(JsonNode? schema, string path)
    {
        if (schema?["properties"] is not JsonObject properties)
        {
            return schema?["description"] is null ? [path] : [];
        }

        var open = schema["additionalProperties"]?.GetValueKind() == System.Text.Json.JsonValueKind.False ? Array.Empty<string>() : [path];
        return open.Concat(properties.SelectMany(member => Undescribed(member.Value, $"{path}.{member.Key}")));
    }
}
