using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Mounts;

/// <summary>What can be tuned on a mount.</summary>
internal sealed record MountConfig
{
    public Lifetimes Lifetimes { get; init; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public string ListingVisibility { get; init; } = string.Empty;

    public string TokenType { get; init; } = string.Empty;

    public IReadOnlyList<string> PassthroughRequestHeaders { get; init; } = [];

    public MountConfig Update(FieldReader fields) => this with
    {
        Lifetimes = new Lifetimes(fields.Duration("default_lease_ttl", Lifetimes.Default), fields.Duration("max_lease_ttl", Lifetimes.Max)),
        ListingVisibility = fields.Text("listing_visibility", ListingVisibility),
        TokenType = fields.Text("token_type", TokenType),
        PassthroughRequestHeaders = fields.Has("passthrough_request_headers") ? fields.Texts("passthrough_request_headers") : PassthroughRequestHeaders,
    };

    public JsonObject ToJson()
    {
        var config = new JsonObject
        {
            ["default_lease_ttl"] = Lifetimes.Default.ToSeconds(),
            ["force_no_cache"] = false,
            ["max_lease_ttl"] = Lifetimes.Max.ToSeconds(),
        };
        if (ListingVisibility.Length > 0)
        {
            config["listing_visibility"] = ListingVisibility;
        }

        if (TokenType.Length > 0)
        {
            config["token_type"] = TokenType;
        }

        return config;
    }
}
