using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

/// <summary>Runs small pods made of this machine's programs.</summary>
internal sealed class PodBench
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public PodIsolation Isolation { get; init; } = PodIsolation.Detected;

    public ClusterObjects Objects { get; init; } = new();

    public IReadOnlyDictionary<string, LocalImage> Images { get; init; } = new Dictionary<string, LocalImage> { ["host"] = LocalImage.Host };

    public IServiceAccountTokens Tokens { get; init; } = new NumberedTokens();

    public static CancellationToken Limit() => new CancellationTokenSource(Patience).Token;

    /// <summary>Skips a test of what plain processes cannot show.</summary>
    public static void NeedsNamespaces() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root and the right to mount");

    /// <summary>Starts a pod whose <c>spec</c> is given; every container without an image gets the host's.</summary>
    public Task<RunningPod> StartAsync(string spec)
    {
        var pod = $$"""
            {
              "metadata": {"name": "demo-1", "namespace": "shop", "uid": "0d2a", "labels": {"app": "demo"}, "annotations": {"note": "two words"} },
              "spec": {{spec.Replace("\"name\": \"c", "\"image\": \"host\", \"name\": \"c", StringComparison.Ordinal)}}
            }
            """;
        var runner = new PodRunner(new PodRunnerOptions { Images = Images, Tokens = Tokens, Objects = Objects, Time = Time, Isolation = Isolation });
        using var document = JsonDocument.Parse(pod, new JsonDocumentOptions { AllowTrailingCommas = true });
        return runner.StartAsync(document.RootElement.Clone(), Limit());
    }

    private sealed class NumberedTokens : IServiceAccountTokens
    {
        private int _number;

        public SecretText Issue(ServiceAccountTokenRequest request) =>
            new($"{request.Namespace}/{request.ServiceAccount}/{string.Join(',', request.Audiences)}/{request.Lifetime.TotalSeconds}/{++_number}");
    }
}
