using Injector.Sandbox.Kubernetes.ApiServer;

namespace Injector.Webhook.Tests.Certificates.SelfSigned;

/// <summary>The rights the chart grants are enough, and a missing one is survived.</summary>
public sealed class RightsTests
{
    private static readonly ApiGrant[] Chart =
    [
        new("secrets", ["get", "watch", "update"], [TestCluster.Secret.Name]),
        new("secrets", ["create"], []),
        new("leases", ["get", "update"], [TestCluster.Name]),
        new("leases", ["create"], []),
        new("mutatingwebhookconfigurations", ["get", "watch", "patch"], [TestCluster.Name]),
        new("validatingwebhookconfigurations", ["get", "watch", "patch"], [TestCluster.Name]),
    ];

    [Fact]
    public async Task RightsRestrictedByName_AreEnough()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Server.Conditions.Grants = Chart;
        cluster.AddReplica();

        await cluster.UntilAsync(cluster.CanCallAll);

        Assert.Equal(1, cluster.State()?.Generation);
    }

    [Fact]
    public async Task WithoutTheRightToReadTheConfiguration_ACertificateIsShownAllTheSame()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Server.Conditions.Grants = [.. Chart.Where(static grant => !grant.Resource.EndsWith("configurations", StringComparison.Ordinal))];
        var replica = cluster.AddReplica();

        await cluster.UntilAsync(() => replica.Tls.Certificate is not null);

        Assert.Empty(cluster.BundleOf(0));
    }
}
