using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>Something the kubelet turns into files.</summary>
internal abstract record ProjectionSource
{
    private static readonly TimeSpan DefaultExpiration = TimeSpan.FromHours(1);

    private ProjectionSource()
    {
    }

    internal sealed record Token(string Path, string? Audience, TimeSpan Expiration) : ProjectionSource;

    internal sealed record ConfigMap(string Name, IReadOnlyList<ProjectionItem> Items, bool IsOptional) : ProjectionSource;

    internal sealed record Secret(string Name, IReadOnlyList<ProjectionItem> Items, bool IsOptional) : ProjectionSource;

    internal sealed record DownwardApi(IReadOnlyList<ProjectionItem> Items) : ProjectionSource;

    public static ProjectionSource Read(JsonElement source) => source switch
    {
        _ when source.Child("serviceAccountToken") is { } token =>
            new Token(token.RequiredText("path"), token.Text("audience"), token.Seconds("expirationSeconds") ?? DefaultExpiration),
        _ when source.Child("configMap") is { } configMap =>
            new ConfigMap(configMap.RequiredText("name"), ProjectionItem.ReadAll(configMap), configMap.Flag("optional") ?? false),
        _ when source.Child("secret") is { } secret =>
            new Secret(secret.RequiredText("name"), ProjectionItem.ReadAll(secret), secret.Flag("optional") ?? false),
        _ when source.Child("downwardAPI") is { } downward => new DownwardApi(ProjectionItem.ReadAll(downward)),
        _ => throw new PodSpecificationException(
            "A projected volume has a source the sandbox does not know. It knows serviceAccountToken, configMap, secret and downwardAPI."),
    };
}
