using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Kubernetes;

/// <summary>Asks an API server whether a token is good.</summary>
internal sealed class TokenReviewCaller(HttpClient http)
{
    private const string ReviewPath = "/apis/authentication.k8s.io/v1/tokenreviews";

    /// <summary>Asks.</summary>
    /// <returns>Null when the token is good, else the refusal.</returns>
    public async ValueTask<VaultReply?> RefuseAsync(KubernetesConfig config, string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        // Without an audience of the role the token's own are asked for: then the cluster does not refuse it for them.
        var spec = new JsonObject { ["token"] = token };
        if (audiences.Count > 0)
        {
            spec["audiences"] = audiences.ToJson();
        }

        var review = new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenReview", ["spec"] = spec };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(config.Host.TrimEnd('/') + ReviewPath));
        request.Content = new StringContent(review.ToJsonString(), Encoding.UTF8, "application/json");

        // Without a reviewer's token the client's own is used, as Vault does outside a cluster.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", config.ReviewerToken.Length > 0 ? config.ReviewerToken : token);
        try
        {
            return await AskAsync(config, request, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            return Refusals.Internal($"lookup failed: {error.Message}");
        }
    }

    private async ValueTask<VaultReply?> AskAsync(KubernetesConfig config, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (config.CaCertificate.Length == 0)
        {
            return await SendAsync(http, request, cancellationToken);
        }

        using var handler = PinnedRoot.Handler(config.CaCertificate);
        using var pinned = new HttpClient(handler);
        return await SendAsync(pinned, request, cancellationToken);
    }

    private static async ValueTask<VaultReply?> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return Refusals.Internal($"lookup failed: the API server answered {(int)response.StatusCode}");
        }

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken)) as JsonObject;
        return (answer?["status"] as JsonObject)?["authenticated"]?.ToString() == "true" ? null : Refusals.PermissionDenied;
    }
}
