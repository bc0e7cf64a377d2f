using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Pods;
using Injector.TestKit.Processes;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>Runs pods of images in mount namespaces; skips the test where the machine refuses them.</summary>
internal static class ImagePods
{
    public static async Task<RunningPod> StartAsync(PodRunnerOptions options, JsonObject pod, CancellationToken cancellationToken)
    {
        try
        {
            return await new PodRunner(options with { Isolation = PodIsolation.Namespaces }).StartAsync(JsonSerializer.SerializeToElement(pod), cancellationToken);
        }
        catch (PodSpecificationException refused)
        {
            Assert.Skip($"This machine refuses mounts: {refused.Message}");
            throw;
        }
    }

    /// <summary>Skips the test where the machine refuses mounts before anything is started for it.</summary>
    public static async Task SkipUnlessMountsAreAllowedAsync()
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(static folder => File.Exists(Path.Combine(folder, "unshare")));
        Assert.SkipUnless(
            isThere && (await CommandLine.RunAsync("unshare", ["--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/tmp"], TestContext.Current.CancellationToken)).ExitCode == 0,
            "This machine refuses mounts: pods would not see their own root file systems.");
    }

    public static string Report(RunningPod pod) => $"{pod.Status.Summary}: {string.Join('\n', pod.Log.Lines.Select(static line => $"{line.Container}: {line.Text}"))}";

    /// <summary>ServiceAccount tokens that a server's role takes.</summary>
    internal sealed class Tokens(KubernetesVault vault) : IServiceAccountTokens
    {
        public SecretText Issue(ServiceAccountTokenRequest request) => new(vault.ServiceAccountToken());
    }

    /// <summary>For pods without a token volume.</summary>
    internal sealed class NoTokens : IServiceAccountTokens
    {
        public SecretText Issue(ServiceAccountTokenRequest request) => throw new PodSpecificationException("This pod has no token volume.");
    }
}
