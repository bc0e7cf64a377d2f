using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Kubernetes;

/// <summary>Signs ServiceAccount tokens as a cluster's API server does for projected volumes.</summary>
public sealed class ServiceAccountTokenIssuer : IServiceAccountTokens, IDisposable
{
    /// <summary>The usual issuer of a cluster.</summary>
    public const string DefaultIssuer = "https://kubernetes.default.svc.cluster.local";

    private readonly SigningKey _key;
    private readonly TimeProvider _time;

    /// <summary>Makes an issuer with a new ES256 key.</summary>
    /// <param name="time">The cluster's clock.</param>
    public ServiceAccountTokenIssuer(TimeProvider time)
        : this(time, TokenAlgorithm.ES256)
    {
    }

    /// <summary>Makes an issuer with a new key.</summary>
    /// <param name="time">The cluster's clock.</param>
    /// <param name="algorithm">How it signs.</param>
    public ServiceAccountTokenIssuer(TimeProvider time, TokenAlgorithm algorithm)
    {
        _time = time;
        _key = new SigningKey(algorithm);
    }

    /// <summary>The <c>iss</c> claim of every token.</summary>
    public string Issuer { get; init; } = DefaultIssuer;

    /// <summary>The key that checks the tokens, PEM; goes to <c>pem_keys</c> of Vault's kubernetes auth method and <c>jwt_validation_pubkeys</c> of its jwt method.</summary>
    public string PublicKeyPem => _key.PublicKeyPem;

    /// <summary>Signs a token.</summary>
    /// <param name="request">What it is to say.</param>
    /// <returns>The token.</returns>
    public SecretText Issue(ServiceAccountTokenRequest request)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var audiences = request.Audiences.Count == 0 ? [Issuer] : request.Audiences;
        var claims = new JsonObject
        {
            ["aud"] = new JsonArray([.. audiences.Select(static audience => JsonValue.Create(audience))]),
            ["exp"] = now + (long)request.Lifetime.TotalSeconds,
            ["iat"] = now,
            ["iss"] = Issuer,
            ["jti"] = Guid.NewGuid().ToString(),
            ["kubernetes.io"] = Binding(request),
            ["nbf"] = now,
            ["sub"] = $"system:serviceaccount:{request.Namespace}:{request.ServiceAccount}",
        };
        return new SecretText(_key.Sign(claims));
    }

    /// <summary>The document that OpenID Connect clients read from the cluster's <c>jwks_uri</c>.</summary>
    /// <returns>A JSON Web Key Set.</returns>
    public JsonObject KeySet() => new() { ["keys"] = new JsonArray(_key.ToJsonWebKey()) };

    /// <summary>
    /// The body for <c>auth/kubernetes/config</c> of a sandbox server, which checks tokens with this key alone. A real Vault asks for a review as well: <see cref="TokenReviewServer"/>.
    /// </summary>
    /// <returns>A new object.</returns>
    public JsonObject VaultConfiguration() => new()
    {
        ["kubernetes_host"] = "https://kubernetes.default.svc",
        ["pem_keys"] = new JsonArray(JsonValue.Create(PublicKeyPem)),
    };

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>The <c>uid</c> of a ServiceAccount for which none was given; the same in every token.</summary>
    /// <param name="namespaceName">The ServiceAccount's namespace.</param>
    /// <param name="name">Its name.</param>
    /// <returns>A UUID.</returns>
    internal static string DerivedUid(string namespaceName, string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{namespaceName}/{name}")).AsSpan(0, 16)).ToString();

    private static JsonObject Binding(ServiceAccountTokenRequest request)
    {
        var binding = new JsonObject
        {
            ["namespace"] = request.Namespace,
            ["serviceaccount"] = new JsonObject
            {
                ["name"] = request.ServiceAccount,
                ["uid"] = request.ServiceAccountUid ?? DerivedUid(request.Namespace, request.ServiceAccount),
            },
        };
        if (request.PodName is { } pod)
        {
            binding["pod"] = new JsonObject { ["name"] = pod, ["uid"] = request.PodUid ?? Guid.NewGuid().ToString() };
        }

        return binding;
    }
}
