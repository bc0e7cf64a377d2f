using System.Globalization;
using System.Text;
using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Kube.Api;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>
/// What the shared Secret holds: the authority in use, and the certificate of the one before it, which stays trusted as long as a serving
/// certificate signed by it may be in use somewhere.
/// </summary>
internal sealed record AuthorityState
{
    /// <summary>How long the former authority stays trusted: as long as its last serving certificate may live, and a day.</summary>
    public static readonly TimeSpan Overlap = Authority.LeafLifetime + TimeSpan.FromDays(1);

    /// <summary>Set to anything on the Secret, this annotation makes the writer replace the authority.</summary>
    public const string RotateAnnotation = "vault-injector.dev/rotate";

    private const string CertificateKey = "ca.crt";
    private const string PrivateKey = "ca.key";
    private const string FormerKey = "former.crt";
    private const string GenerationKey = "generation";
    private const string SinceKey = "since";

    public required Authority Authority { get; init; }

    /// <summary>The certificate of the former authority as PEM; empty: none is trusted any more.</summary>
    public string FormerPem { get; init; } = string.Empty;

    /// <summary>Number of the authority; grows by one with each.</summary>
    public required int Generation { get; init; }

    /// <summary>When this authority came into use.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What API servers have to trust.</summary>
    public string Bundle => Authority.CertificatePem + "\n" + (FormerPem.Length > 0 ? FormerPem + "\n" : string.Empty);

    /// <summary>The first authority of an installation.</summary>
    public static AuthorityState First(DateTimeOffset now) => new() { Authority = Authority.Create(now), Generation = 1, Since = now };

    /// <summary>A new authority; the present one stays trusted.</summary>
    public AuthorityState Next(DateTimeOffset now) => new()
    {
        Authority = Authority.Create(now),
        FormerPem = Authority.CertificatePem,
        Generation = Generation + 1,
        Since = now,
    };

    /// <summary>Whether the present authority has to be replaced because of its age: when a fifth of its life is left.</summary>
    public bool IsOld(DateTimeOffset now) => now >= Authority.NotAfter - (Authority.Lifetime / 5);

    /// <summary>Whether nobody can serve with a certificate of the former authority any more.</summary>
    public bool IsFormerObsolete(DateTimeOffset now) => FormerPem.Length > 0 && now >= Since + Overlap;

    /// <summary>Reads the Secret.</summary>
    /// <returns>The state, or null when the Secret holds none that can be used.</returns>
    public static AuthorityState? TryRead(JsonElement secret)
    {
        var data = ObjectMeta.Member(secret, "data");
        if (Authority.TryOpen(Decode(data, CertificateKey), new SecretText(Decode(data, PrivateKey))) is not { } authority)
        {
            return null;
        }

        return new AuthorityState
        {
            Authority = authority,
            FormerPem = Decode(data, FormerKey),
            Generation = int.TryParse(Decode(data, GenerationKey), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) ? generation : 1,
            Since = DateTimeOffset.TryParse(Decode(data, SinceKey), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : default,
        };
    }

    /// <summary>Writes the Secret.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="resourceVersion">What it replaces; empty: it is created.</param>
    public void Write(Utf8JsonWriter json, string name, string resourceVersion)
    {
        json.WriteStartObject();
        json.WriteString("apiVersion"u8, "v1"u8);
        json.WriteString("kind"u8, "Secret"u8);
        json.WriteStartObject("metadata"u8);
        json.WriteString("name"u8, name);
        if (resourceVersion.Length > 0)
        {
            json.WriteString("resourceVersion"u8, resourceVersion);
        }

        json.WriteStartObject("labels"u8);
        json.WriteString("app.kubernetes.io/managed-by"u8, "injector-webhook"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("type"u8, "Opaque"u8);
        json.WriteStartObject("data"u8);
        Encode(json, CertificateKey, Authority.CertificatePem);
        Encode(json, PrivateKey, Authority.KeyPem.Reveal());
        Encode(json, FormerKey, FormerPem);
        Encode(json, GenerationKey, Generation.ToString(CultureInfo.InvariantCulture));
        Encode(json, SinceKey, Since.ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Encode(Utf8JsonWriter json, string key, string value) => json.WriteBase64String(key, Encoding.UTF8.GetBytes(value));

    private static string Decode(JsonElement data, string key)
    {
        var text = ObjectMeta.Text(data, key);
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : string.Empty;
    }
}
