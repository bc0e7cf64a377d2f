using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Kubernetes;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Kubernetes;

public sealed class ServiceAccountTokenIssuerTests
{
    private static readonly ServiceAccountTokenRequest Request = new() { Namespace = "shop", ServiceAccount = "web", PodName = "web-1", PodUid = "u1" };
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Theory]
    [InlineData(TokenAlgorithm.ES256)]
    [InlineData(TokenAlgorithm.RS256)]
    public void Signs_WithTheKeyItPublishes(TokenAlgorithm algorithm)
    {
        using var issuer = new ServiceAccountTokenIssuer(_time, algorithm);

        var token = JsonWebToken.TryParse(issuer.Issue(Request).Reveal());

        Assert.NotNull(token);
        Assert.Equal(algorithm.ToString(), token.Algorithm);
        Assert.True(token.IsSignedByAny([Assert.IsType<PublicKey>(PublicKey.TryParse(issuer.PublicKeyPem))]));
    }

    [Fact]
    public void Rejects_TokensOfAnotherIssuer()
    {
        using var issuer = new ServiceAccountTokenIssuer(_time);
        using var other = new ServiceAccountTokenIssuer(_time);

        var token = JsonWebToken.TryParse(issuer.Issue(Request).Reveal());

        Assert.NotNull(token);
        Assert.False(token.IsSignedByAny([Assert.IsType<PublicKey>(PublicKey.TryParse(other.PublicKeyPem))]));
    }

    [Fact]
    public void Says_WhatAProjectedTokenSays()
    {
        using var issuer = new ServiceAccountTokenIssuer(_time);

        var token = JsonWebToken.TryParse(issuer.Issue(Request with { Audiences = ["vault"], Lifetime = TimeSpan.FromMinutes(10) }).Reveal());

        Assert.NotNull(token);
        Assert.Equal("system:serviceaccount:shop:web", token.Subject);
        Assert.Equal(["vault"], token.Audiences);
        Assert.Equal(_time.GetUtcNow().AddMinutes(10), token.Expires);
        Assert.Equal("web", token.Claims["kubernetes.io"]?["serviceaccount"]?["name"]?.ToString());
        Assert.Equal("web-1", token.Claims["kubernetes.io"]?["pod"]?["name"]?.ToString());
    }

    [Fact]
    public void Addresses_TheIssuerWhenNoAudienceIsAskedFor()
    {
        using var issuer = new ServiceAccountTokenIssuer(_time);

        var token = JsonWebToken.TryParse(issuer.Issue(Request).Reveal());

        Assert.Equal([ServiceAccountTokenIssuer.DefaultIssuer], token?.Audiences);
    }
}
