using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes.ApiServer;

namespace Injector.Sandbox.Tests.Kubernetes.ApiServer;

/// <summary>What <c>kubectl</c> and <c>helm</c> need beyond reading and writing objects.</summary>
public sealed class ClientRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Discovery_NamesTheResourcesOfAGroup()
    {
        await using var server = await SandboxApiServer.StartAsync(TimeProvider.System, Cancellation);
        using var http = new HttpClient { BaseAddress = server.Address };

        var groups = JsonNode.Parse(await http.GetStringAsync(new Uri("/apis", UriKind.Relative), Cancellation));
        var apps = JsonNode.Parse(await http.GetStringAsync(new Uri("/apis/apps/v1", UriKind.Relative), Cancellation));

        Assert.Contains("apps", (groups?["groups"] as JsonArray ?? []).Select(static group => $"{group?["name"]}"));
        var deployments = (apps?["resources"] as JsonArray ?? []).Single(static one => $"{one?["name"]}" == "deployments");
        Assert.Equal("Deployment", $"{deployments?["kind"]}");
        Assert.Equal("deploy", $"{deployments?["shortNames"]?[0]}");
    }

    [Fact]
    public async Task List_HasItsKindAndHoldsWhatTheSelectorChooses()
    {
        await using var server = await SandboxApiServer.StartAsync(TimeProvider.System, Cancellation);
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var name in (string[])["one", "two"])
        {
            await CreateAsync(http, "/api/v1/namespaces/shop/configmaps", $$$"""{"metadata": {"name": "{{{name}}}", "labels": {"part": "{{{name}}}"} } }""");
        }

        var list = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/v1/namespaces/shop/configmaps?labelSelector=part%3Dtwo", UriKind.Relative), Cancellation));

        Assert.Equal("ConfigMapList", $"{list?["kind"]}");
        Assert.Equal("two", $"{Assert.Single(list?["items"] as JsonArray ?? [])?["metadata"]?["name"]}");
    }

    [Fact]
    public async Task Watch_IsSeenToHaveBegunBeforeAnythingChanges()
    {
        await using var server = await SandboxApiServer.StartAsync(TimeProvider.System, Cancellation);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));

        using var answer = await http.GetAsync(
            new Uri("/api/v1/namespaces/shop/configmaps?watch=true&resourceVersion=1", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, limit.Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task DryRun_ShowsTheObjectAndStoresNothing()
    {
        await using var server = await SandboxApiServer.StartAsync(TimeProvider.System, Cancellation);
        using var http = new HttpClient { BaseAddress = server.Address };

        var (status, body) = await CreateAsync(http, "/api/v1/namespaces/shop/configmaps?dryRun=All", """{"metadata": {"name": "one"} }""");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("shop", $"{body?["metadata"]?["namespace"]}");
        Assert.Null(server.Find("/api/v1/namespaces/shop/configmaps", "one"));
    }

    [Fact]
    public async Task Protobuf_IsRefusedWithItsReason()
    {
        await using var server = await SandboxApiServer.StartAsync(TimeProvider.System, Cancellation);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var content = new ByteArrayContent("k8s\0"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/vnd.kubernetes.protobuf");

        using var answer = await http.PostAsync(new Uri("/api/v1/namespaces", UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> CreateAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
    }
}
