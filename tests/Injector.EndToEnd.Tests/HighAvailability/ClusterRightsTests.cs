using Injector.EndToEnd.Tests.Chart;
using k8s;
using k8s.Models;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>The chart's objects that a real cluster gets in these tests can be read as what they are.</summary>
public sealed class ClusterRightsTests
{
    [Fact]
    public async Task Rights_AreOfKindsThatCanBeCreated()
    {
        var objects = KubernetesYaml.LoadAllFromString(await ClusterRights.RenderAsync("injector-test"));

        Assert.Equal(
            [typeof(V1ServiceAccount), typeof(V1ClusterRole), typeof(V1ClusterRoleBinding), typeof(V1Role), typeof(V1RoleBinding)],
            objects.Select(static item => item.GetType()).OrderBy(static type => !type.Name.EndsWith("Account", StringComparison.Ordinal)).ThenBy(static type => type.Name, StringComparer.Ordinal));
        Assert.All(objects.OfType<V1RoleBinding>(), static binding => Assert.Equal("injector-test", binding.Subjects[0].NamespaceProperty));
    }

    [Fact]
    public async Task Configuration_HasTheWebhook()
    {
        var rendered = await HelmCommand.TemplateAsync("--kube-version", "1.30.0", "--show-only", "templates/mutatingwebhookconfiguration.yaml");

        var webhook = Assert.Single(KubernetesYaml.Deserialize<V1MutatingWebhookConfiguration>(rendered).Webhooks);

        Assert.Equal("None", webhook.SideEffects);
        Assert.NotEmpty(webhook.MatchConditions);
    }
}
