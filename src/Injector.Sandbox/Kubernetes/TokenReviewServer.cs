using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.JsonWebTokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PublicKey = Injector.Sandbox.JsonWebTokens.PublicKey;

namespace Injector.Sandbox.Kubernetes;

/// <summary>
/// The calls Vault makes to an API server: TokenReview and the public keys, for the tokens of one issuer. With it a real Vault's kubernetes and jwt methods work
/// without a cluster.
/// </summary>
public sealed class TokenReviewServer : IAsyncDisposable
{
    private const string ReviewPath = "/apis/authentication.k8s.io/v1/tokenreviews";
    private const string KeySetPath = "/openid/v1/jwks";
    private const string DiscoveryPath = "/.well-known/openid-configuration";
    private const int MaxBodyBytes = 64 * 1024;

    private static readonly Lazy<string> SomeAuthority = new(MakeAuthority);

    private readonly WebApplication _application;
    private readonly PublicKey? _key;
    private readonly ServiceAccountTokenIssuer _tokens;
    private readonly string _issuer;
    private readonly TimeProvider _time;

    private TokenReviewServer(WebApplication application, ServiceAccountTokenIssuer issuer, TimeProvider time)
    {
        _application = application;
        _key = PublicKey.TryParse(issuer.PublicKeyPem);
        _tokens = issuer;
        _issuer = issuer.Issuer;
        _time = time;
    }

    /// <summary>The address for <c>kubernetes_host</c>; plain HTTP on the loopback interface.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
        ?? throw new InvalidOperationException("The server has no address before it is started."));

    /// <summary>The address for <c>jwks_url</c> of Vault's jwt method: the public keys of the issuer, as every API server shows them.</summary>
    public Uri KeySetAddress => new(Address, KeySetPath);

    /// <summary>Starts to listen.</summary>
    /// <param name="issuer">Whose tokens are good.</param>
    /// <param name="time">Decides which tokens have expired.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<TokenReviewServer> StartAsync(ServiceAccountTokenIssuer issuer, TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = MaxBodyBytes);
        var server = new TokenReviewServer(builder.Build(), issuer, time);
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>The body for <c>auth/kubernetes/config</c> of a Vault that asks this server.</summary>
    /// <returns>A new object.</returns>
    public JsonObject VaultConfiguration() => new()
    {
        ["kubernetes_host"] = Address.GetLeftPart(UriPartial.Authority),
        ["disable_local_ca_jwt"] = true,

        // Vault before 1.17 insists on a CA beside disable_local_ca_jwt, for an address without TLS too.
        ["kubernetes_ca_cert"] = SomeAuthority.Value,

        // Vault before 1.9 compares a token's issuer with a fixed name of old clusters unless it is told not to.
        ["disable_iss_validation"] = true,
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Method == "GET" && Document(context.Request.Path) is { } document)
        {
            await SendAsync(context, StatusCodes.Status200OK, document);
            return;
        }

        if (context.Request.Method != "POST" || context.Request.Path != ReviewPath)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var review = await ReadAsync(context);
        if ((review as JsonObject)?["spec"] is not JsonObject spec || spec["token"] is not JsonValue token)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var asked = spec["audiences"] as JsonArray;
        var answer = new JsonObject
        {
            ["apiVersion"] = "authentication.k8s.io/v1",
            ["kind"] = "TokenReview",
            ["status"] = Status(token.ToString(), asked is null ? [] : [.. asked.Select(static item => item?.ToString() ?? string.Empty)]),
        };
        await SendAsync(context, StatusCodes.Status201Created, answer);
    }

    private static async Task SendAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), context.RequestAborted);
    }

    private JsonObject? Document(PathString path) => path.Value switch
    {
        KeySetPath => _tokens.KeySet(),
        DiscoveryPath => new JsonObject { ["issuer"] = _issuer, ["jwks_uri"] = KeySetAddress.AbsoluteUri },
        _ => null,
    };

    private static async Task<JsonNode?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject Status(string text, IReadOnlyList<string> askedAudiences)
    {
        var token = JsonWebToken.TryParse(text);
        if (token is null || _key is null || token.Issuer != _issuer || !token.IsSignedByAny([_key]))
        {
            return Refusal("invalid bearer token");
        }

        if (token.Expires is null || token.Expires <= _time.GetUtcNow())
        {
            return Refusal("invalid bearer token, token has expired.");
        }

        string[] wanted = askedAudiences.Count == 0 ? [_issuer] : [.. askedAudiences];
        string[] shared = [.. token.Audiences.Intersect(wanted)];
        return shared.Length == 0 ? Refusal("invalid bearer token, token audiences are not valid") : Acceptance(token, shared);
    }

    private static string MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Signs nothing", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        using var authority = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        return authority.ExportCertificatePem();
    }

    private static JsonObject Refusal(string error) => new() { ["authenticated"] = false, ["user"] = new JsonObject(), ["error"] = error };

    private static JsonObject Acceptance(JsonWebToken token, IEnumerable<string> audiences) => new()
    {
        ["authenticated"] = true,
        ["audiences"] = new JsonArray([.. audiences.Select(static audience => JsonValue.Create(audience))]),
        ["user"] = new JsonObject
        {
            ["username"] = token.Subject,
            ["uid"] = ((token.Claims["kubernetes.io"] as JsonObject)?["serviceaccount"] as JsonObject)?["uid"]?.ToString(),
            ["groups"] = new JsonArray(
                JsonValue.Create("system:serviceaccounts"),
                JsonValue.Create($"system:serviceaccounts:{(token.Claims["kubernetes.io"] as JsonObject)?["namespace"]}"),
                JsonValue.Create("system:authenticated")),
        },
    };
}
