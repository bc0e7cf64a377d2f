using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Kubernetes.Cluster;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Kubernetes.Cluster;

/// <summary>Whom the cluster asks about a pod, and what it does when nobody answers.</summary>
public sealed class PodAdmissionTests : IDisposable
{
    private readonly ServiceAccountTokenIssuer _tokens = new(TimeProvider.System);
    private readonly ObjectStore _store = new(TimeProvider.System);
    private readonly PodAdmission _admission;

    public PodAdmissionTests()
    {
        _admission = new PodAdmission(_store, new LocalClusterOptions
        {
            Images = static _ => LocalImage.Host,
            Tokens = _tokens,
            Time = TimeProvider.System,
            Chance = static () => 0,
        });
        _store.Create("/api/v1/namespaces", Json("""{"metadata": {"name": "shop", "labels": {"kubernetes.io/metadata.name": "shop"} } }"""));
    }

    public void Dispose() => _tokens.Dispose();

    [Fact]
    public async Task WebhookWithoutEndpoints_RefusesUnderFail()
    {
        Register("Fail", "other");

        var refusal = await Assert.ThrowsAsync<ApiFailure>(AdmitAsync);

        Assert.Equal(500, refusal.Code);
        Assert.Contains("failed calling webhook", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebhookWithoutEndpoints_WarnsUnderIgnore()
    {
        Register("Ignore", "other");

        Assert.Contains("failed calling webhook", Assert.Single((await AdmitAsync()).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExcludedNamespace_IsNotAskedAbout()
    {
        Register("Fail", "shop");

        Assert.Empty((await AdmitAsync()).Warnings);
    }

    private Task<AdmittedObject> AdmitAsync() => _admission.AdmitAsync(
        Json("""{"kind": "Pod", "metadata": {"name": "web", "namespace": "shop"}, "spec": {"containers": [{"name": "web", "image": "web:1"}]}}"""),
        TestContext.Current.CancellationToken);

    private void Register(string failurePolicy, string excludedNamespace) => _store.Create("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", Json($$"""
        {
          "metadata": {"name": "injector"},
          "webhooks": [{
            "name": "pods.vault-injector.dev",
            "failurePolicy": "{{failurePolicy}}",
            "clientConfig": {"caBundle": "AAAA", "service": {"name": "injector", "namespace": "injector", "path": "/mutate"} },
            "rules": [{"operations": ["CREATE"], "resources": ["pods"]}],
            "namespaceSelector": {"matchExpressions": [{"key": "kubernetes.io/metadata.name", "operator": "NotIn", "values": ["{{excludedNamespace}}"]}]}
          }]
        }
        """));

    private static JsonObject Json(string text) => JsonNode.Parse(text)?.AsObject() ?? [];
}
