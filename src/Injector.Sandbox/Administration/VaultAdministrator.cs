using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Administration;

/// <summary>
/// Sets up a Vault server over its HTTP API, as an administrator would with the <c>vault</c> command. Works on the sandbox's server and on a real one.
/// </summary>
public sealed class VaultAdministrator : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Connects to a server.</summary>
    /// <param name="address">Base address, without <c>/v1</c>.</param>
    /// <param name="token">A token that may do what the calls below do.</param>
    /// <param name="handler">The transport; decides which certificates are trusted. Disposed with this object.</param>
    public VaultAdministrator(Uri address, string token, HttpMessageHandler handler)
    {
        _http = new HttpClient(handler) { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority) + "/v1/") };
        _http.DefaultRequestHeaders.Add("X-Vault-Token", token);
        _http.DefaultRequestHeaders.Add("X-Vault-Request", "true");
    }

    /// <summary>Reads a path.</summary>
    /// <param name="path">Without a leading slash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer's <c>data</c>, or null when nothing is there.</returns>
    public async Task<JsonObject?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return await DataAsync(response, path, cancellationToken);
    }

    /// <summary>Writes an object to a path.</summary>
    /// <param name="path">Without a leading slash.</param>
    /// <param name="body">The object to send.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer's <c>data</c>, or null when the server answered without a body.</returns>
    public async Task<JsonObject?> WriteAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PutAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        return await DataAsync(response, path, cancellationToken);
    }

    /// <summary>Deletes a path.</summary>
    /// <param name="path">Without a leading slash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the server has answered.</returns>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(new Uri(path, UriKind.Relative), cancellationToken);
        await DataAsync(response, path, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<JsonObject?> DataAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var body = text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        if (response.IsSuccessStatusCode)
        {
            return body?["data"] as JsonObject;
        }

        var errors = body?["errors"] is JsonArray list ? string.Join("; ", list.Select(error => error?.ToString())) : "no further text";
        throw new VaultAdministrationException(path, response.StatusCode, errors);
    }
}
