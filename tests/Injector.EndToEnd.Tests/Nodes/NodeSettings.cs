using System.Net;
using Injector.EndToEnd.Tests.HighAvailability;
using k8s;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>What a cluster's nodes can run and reach.</summary>
/// <param name="Client">The cluster's API.</param>
/// <param name="AgentImage">Our agent.</param>
/// <param name="AppImage">An image with <c>/bin/sh</c>, <c>cat</c> and <c>sleep</c>.</param>
/// <param name="Host">How API server and pods reach this machine.</param>
internal sealed record NodeSettings(Kubernetes Client, string AgentImage, string AppImage, string Host)
{
    /// <summary>The interface on which this machine has to listen to be reached.</summary>
    public IPAddress Interface => Host == "127.0.0.1" ? IPAddress.Loopback : IPAddress.Any;

    /// <summary>The settings of a real cluster; skips the test when one is missing.</summary>
    public static async Task<NodeSettings> OfRealClusterAsync()
    {
        Assert.SkipWhen(RealCluster.Kubeconfig is null, "INJECTOR_TEST_KUBECONFIG is not set.");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("INJECTOR_TEST_KUBELET") == "1", "INJECTOR_TEST_KUBELET is not 1: that cluster has no nodes.");
        var configuration = await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(new FileInfo(RealCluster.Kubeconfig));
        return new NodeSettings(
            new Kubernetes(configuration), Required("INJECTOR_TEST_AGENT_IMAGE"), Required("INJECTOR_TEST_APP_IMAGE"), Required("INJECTOR_TEST_HOST"));
    }

    private static string Required(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{variable} is not set.");
        return value;
    }
}
