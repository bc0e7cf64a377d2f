using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes.ApiServer;

namespace Injector.Sandbox.Tests.Kubernetes.ApiServer;

public sealed class LabelSelectorTests
{
    private static readonly JsonObject Web = JsonNode.Parse("""{"metadata": {"labels": {"app": "web", "tier": "front"} } }""")?.AsObject() ?? [];

    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web,tier=front", true)]
    [InlineData("app=db", false)]
    [InlineData("app!=db", true)]
    [InlineData("app!=web", false)]
    [InlineData("other!=web", true)]
    [InlineData("app", true)]
    [InlineData("other", false)]
    [InlineData("!other", true)]
    [InlineData("!app", false)]
    public void Chooses_ByQuery(string query, bool expected) => Assert.Equal(expected, LabelSelector.OfQuery(query).Chooses(Web));

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"matchLabels": {"app": "web"} }""", true)]
    [InlineData("""{"matchLabels": {"app": "db"} }""", false)]
    [InlineData("""{"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["db", "web"]}]}""", false)]
    [InlineData("""{"matchExpressions": [{"key": "other", "operator": "DoesNotExist"}, {"key": "tier", "operator": "Exists"}]}""", true)]
    public void Chooses_ByObject(string selector, bool expected) => Assert.Equal(expected, LabelSelector.OfObject(JsonNode.Parse(selector)?.AsObject()).Chooses(Web));

    [Fact]
    public void Refuses_SetsInAQuery() => Assert.Equal(400, Assert.Throws<ApiFailure>(() => LabelSelector.OfQuery("app in (web)")).Code);
}
