using System.Text.Json.Nodes;
using Injector.Kube.Leases;
using Injector.Webhook.Certificates.SelfSigned;

namespace Injector.Webhook.Tests.Certificates.SelfSigned;

public sealed class SelfSignedCertificatesTests
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task TwoReplicas_ShareOneAuthorityAndKeepTheirKeys()
    {
        await using var cluster = await TestCluster.StartAsync();
        var first = cluster.AddReplica();
        var second = cluster.AddReplica();

        await cluster.UntilAsync(cluster.CanCallAll);

        Assert.Equal(first.Shown, second.Shown);
        Assert.NotEqual(first.Tls.Certificate?.Leaf.GetPublicKeyString(), second.Tls.Certificate?.Leaf.GetPublicKeyString());
        Assert.Equal(1, cluster.State()?.Generation);
    }

    [Fact]
    public async Task EveryWebhook_GetsTheBundle()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();

        await cluster.UntilAsync(cluster.CanCallAll);

        Assert.Equal(cluster.State()?.Bundle, cluster.BundleOf(0));
        Assert.Equal(cluster.BundleOf(0), cluster.BundleOf(1));
    }

    [Fact]
    public async Task OnlyOneReplica_Writes()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        cluster.AddReplica();

        await cluster.UntilAsync(cluster.CanCallAll);
        await cluster.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(cluster.Replicas, static replica => replica.Metrics.IsLeader);
    }

    [Fact]
    public async Task DeadLeader_IsReplacedWithinTheLease()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        var survivor = cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);
        var leader = cluster.Replicas.Single(static replica => replica.Metrics.IsLeader);
        survivor = leader == survivor ? cluster.Replicas[0] : survivor;

        await cluster.KillAsync(leader);
        await cluster.PassAsync(LeaseElector.Duration + LeaseElector.Period);

        Assert.True(survivor.Metrics.IsLeader);
        Assert.True(cluster.CanCall(survivor));
    }

    [Fact]
    public async Task DamagedBundle_IsRepaired()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);
        var bundle = cluster.BundleOf(0);

        cluster.SetBundle("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        await cluster.UntilAsync(() => cluster.BundleOf(0) == bundle);

        Assert.True(cluster.CanCallAll());
    }

    [Fact]
    public async Task DeletedSecret_GivesANewAuthorityWithoutAFailedCall()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);
        var former = cluster.Replicas[0].Shown;

        cluster.Server.Delete(TestCluster.Secret.Collection, TestCluster.Secret.Name);
        await ChangesAuthorityWithoutAFailedCallAsync(cluster, former);

        Assert.Equal(2, cluster.State()?.Generation);
    }

    [Fact]
    public async Task RotateAnnotation_GivesANewAuthorityWithoutAFailedCall()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);
        var former = cluster.Replicas[0].Shown;

        Annotate(cluster);
        await ChangesAuthorityWithoutAFailedCallAsync(cluster, former);

        Assert.Equal(2, cluster.State()?.Generation);
        await cluster.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, cluster.State()?.Generation);
    }

    [Fact]
    public async Task DamagedSecret_IsReplaced()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);

        cluster.Server.Change(TestCluster.Secret.Collection, TestCluster.Secret.Name, static body => body["data"] = new JsonObject { ["ca.crt"] = "AAAA" });
        await cluster.UntilAsync(() => cluster.State() is not null);

        Assert.True(cluster.CanCallAll());
    }

    [Fact]
    public async Task SkewedClocks_DoNotMatter()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica(Skew);
        cluster.AddReplica(-Skew);

        await cluster.UntilAsync(cluster.CanCallAll);
        Annotate(cluster);
        await ChangesAuthorityWithoutAFailedCallAsync(cluster, cluster.Replicas[0].Shown);
    }

    [Fact]
    public async Task Leaf_IsRenewedAtTwoThirds()
    {
        await using var cluster = await TestCluster.StartAsync();
        var replica = cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);
        var former = replica.Tls.Certificate;

        cluster.Time.Advance(TimeSpan.FromDays(59));
        await cluster.StepAsync();
        Assert.Same(former, replica.Tls.Certificate);
        cluster.Time.Advance(TimeSpan.FromDays(2));
        await cluster.StepAsync();

        Assert.NotSame(former, replica.Tls.Certificate);
        Assert.True(cluster.CanCallAll());
    }

    [Fact]
    public async Task Authority_IsReplacedWhenAFifthOfItsLifeIsLeftAndForgottenAfterTheOverlap()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);

        cluster.Time.Advance(Authority.Lifetime * 0.81);
        await cluster.UntilAsync(() => cluster.State()?.Generation == 2);
        Assert.NotEmpty(cluster.State()?.FormerPem ?? string.Empty);
        cluster.Time.Advance(AuthorityState.Overlap);
        await cluster.UntilAsync(() => cluster.State()?.FormerPem.Length == 0);

        Assert.Equal(2, cluster.State()?.Generation);
    }

    [Fact]
    public async Task ApiServerAway_ServingGoesOnAndTheBundleIsRepairedAfterwards()
    {
        await using var cluster = await TestCluster.StartAsync();
        var replica = cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);
        var bundle = cluster.BundleOf(0);

        cluster.Server.Conditions.IsAway = true;
        cluster.SetBundle("gone");
        await cluster.PassAsync(TimeSpan.FromSeconds(30));
        Assert.False(replica.Metrics.IsLeader);
        Assert.NotNull(replica.Tls.Certificate);
        cluster.Server.Conditions.IsAway = false;

        while (cluster.BundleOf(0) != bundle)
        {
            cluster.Time.Advance(TimeSpan.FromSeconds(1));
            await cluster.StepAsync();
        }

        Assert.True(cluster.CanCallAll());
    }

    [Fact]
    public async Task FiftyRolls_NeverFailACall()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.AddReplica();
        await cluster.UntilAsync(cluster.CanCallAll);

        for (var roll = 0; roll < 50; roll++)
        {
            var next = cluster.AddReplica();
            await cluster.UntilAsync(() => cluster.CanCall(next));
            Assert.True(cluster.CanCallAll());
            await cluster.KillAsync(cluster.Replicas[0]);
            Assert.True(cluster.CanCallAll());
        }

        Assert.Equal(1, cluster.State()?.Generation);
    }

    [Fact]
    public async Task MissingConfiguration_DoesNotHoldBackTheFirstCertificate()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Server.Delete(TestCluster.Configuration.Collection, TestCluster.Name);
        var replica = cluster.AddReplica();

        await cluster.UntilAsync(() => replica.Tls.Certificate is not null);

        Assert.NotEmpty(replica.Shown);
    }

    private static void Annotate(TestCluster cluster) => cluster.Server.Change(TestCluster.Secret.Collection, TestCluster.Secret.Name, static body =>
    {
        if (body["metadata"] is JsonObject metadata)
        {
            metadata["annotations"] = new JsonObject { [AuthorityState.RotateAnnotation] = "now" };
        }
    });

    private static async Task ChangesAuthorityWithoutAFailedCallAsync(TestCluster cluster, string former)
    {
        while (cluster.Replicas.Any(replica => replica.Shown == former))
        {
            cluster.Time.Advance(TimeSpan.FromSeconds(1));
            await cluster.StepAsync();
            Assert.True(cluster.CanCallAll());
        }
    }
}
