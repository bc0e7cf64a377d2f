using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>A corner of a server under a random prefix: own mounts, policies and tokens, removed at the end.</summary>
public sealed class VaultSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly Stack<string> _created = new();
    private readonly HashSet<string> _accessors = [];
    private readonly HashSet<string> _entities = [];

    public VaultSession(Uri address, string rootToken, string? caCertificatePem, SystemKind system)
    {
        Kind = system;
        RootToken = rootToken;
        Address = address;
        CaCertificatePem = caCertificatePem;
        _http = new HttpClient(PinnedRoot.Handler(caCertificatePem)) { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)) };
    }

    public SystemKind Kind { get; }

    public Uri Address { get; }

    public string? CaCertificatePem { get; }

    public string RootToken { get; }

    public string Prefix { get; } = $"ct-{Guid.NewGuid():N}"[..15];

    /// <summary>Tells what only newer servers do. The sandbox does all of it, and so is a server taken to that hides its version.</summary>
    public async Task<bool> IsAtLeastAsync(string version) =>
        Kind == SystemKind.Sandbox || RealVault.TooOld(await RealVault.VersionAsync(), version, what: null) is null;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<Answer> ReadAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, body: null, token ?? RootToken);

    public Task<Answer> ListAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, $"{path}?list=true", body: null, token ?? RootToken);

    public Task<Answer> DeleteAsync(string path, string? token = null) => SendAsync(HttpMethod.Delete, path, body: null, token ?? RootToken);

    public Task<Answer> WriteAsync(string path, JsonObject body, string? token = null) => SendAsync(HttpMethod.Put, path, body.ToJsonString(), token ?? RootToken);

    /// <summary>A call without a token.</summary>
    public Task<Answer> LoginAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, body.ToJsonString(), token: null);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string? token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/v1/{path}", UriKind.Relative));
        request.Headers.Add("X-Vault-Request", "true");
        if (token is not null)
        {
            request.Headers.Add("X-Vault-Token", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type" && request.Content is { } content)
            {
                content.Headers.ContentType = new MediaTypeHeaderValue(value);
            }
            else
            {
                request.Headers.Add(name, value);
            }
        }

        using var response = await _http.SendAsync(request, Stop);
        var answer = new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Stop), response.Content.Headers.ContentType?.MediaType ?? string.Empty);
        Remember(_accessors, answer.Auth["accessor"]);
        Remember(_entities, answer.Auth["entity_id"]);
        return answer;
    }

    /// <summary>Mounts a secrets engine.</summary>
    /// <returns>Its path, without a slash at its end.</returns>
    public async Task<string> MountAsync(string type, JsonObject? body = null)
    {
        var path = $"{Prefix}-{type}{_created.Count}";
        var mount = body ?? [];
        mount["type"] = type;
        (await WriteAsync($"sys/mounts/{path}", mount)).Expect(HttpStatusCode.NoContent);
        _created.Push($"sys/mounts/{path}");
        return path;
    }

    /// <summary>Enables an auth method.</summary>
    /// <returns>Its path with <c>auth/</c>.</returns>
    public async Task<string> EnableAsync(string type)
    {
        var path = $"{Prefix}-{type}{_created.Count}";
        (await WriteAsync($"sys/auth/{path}", new JsonObject { ["type"] = type })).Expect(HttpStatusCode.NoContent);
        _created.Push($"sys/auth/{path}");
        return $"auth/{path}";
    }

    /// <summary>Mounts a KV engine of version 2 and waits until it is ready.</summary>
    public async Task<string> MountKvAsync()
    {
        var mount = await MountAsync("kv", new JsonObject { ["options"] = new JsonObject { ["version"] = "2" } });

        // A real server converts a fresh mount in the background. Meanwhile it answers reads with 400, each after a pause of its own.
        var since = Stopwatch.GetTimestamp();
        while ((await ReadAsync($"{mount}/config")).Status == HttpStatusCode.BadRequest)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{mount} does not get ready");
        }

        return mount;
    }

    /// <summary>Writes a policy.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> PolicyAsync(string text)
    {
        var name = $"{Prefix}-p{_created.Count}";
        (await WriteAsync($"sys/policies/acl/{name}", new JsonObject { ["policy"] = text })).ExpectSuccess();
        _created.Push($"sys/policies/acl/{name}");
        return name;
    }

    /// <summary>Makes a token with one policy.</summary>
    public async Task<string> TokenAsync(string policyText, JsonObject? body = null)
    {
        var request = body ?? [];
        request["policies"] = new JsonArray(JsonValue.Create(await PolicyAsync(policyText)));
        var answer = (await WriteAsync("auth/token/create", request)).Expect(HttpStatusCode.OK);
        return answer.Auth["client_token"]?.ToString() ?? string.Empty;
    }

    public async ValueTask DisposeAsync()
    {
        // First the tokens: with them go their leases, while the engines that made these are still there. What is gone already is refused, which is as good.
        foreach (var accessor in _accessors)
        {
            await WriteAsync("auth/token/revoke-accessor", new JsonObject { ["accessor"] = accessor });
        }

        // A server keeps the entity of a login when its method is disabled.
        foreach (var entity in _entities)
        {
            await DeleteAsync($"identity/entity/id/{entity}");
        }

        while (_created.TryPop(out var path))
        {
            await DeleteAsync(path);
        }

        _http.Dispose();
    }

    private static void Remember(HashSet<string> known, JsonNode? text)
    {
        if (text?.ToString() is { Length: > 0 } value)
        {
            known.Add(value);
        }
    }
}
