using System.Net;

namespace Injector.Vault.Connection;

/// <summary>How to reach the server, after flags, environment and configuration were put together and checked.</summary>
public sealed record VaultConnectionSettings
{
    /// <summary>
    /// What follows at once takes the same connection. What comes minutes later takes a new one: open connections of every pod are a burden to the
    /// server, and looking after them, four times in this time, is one to the agent.
    /// </summary>
    public static readonly TimeSpan UsualIdleTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The port and scheme used when nobody says otherwise.</summary>
    public const string DefaultAddress = "https://127.0.0.1:8200";

    /// <summary>Base address: http, https or unix. Default <see cref="DefaultAddress"/>.</summary>
    public Uri Address { get; init; } = new(DefaultAddress);

    /// <summary>What stands in front of <c>/v1/</c> in a request's address; over a unix socket the host's name means nothing.</summary>
    public string Root => Address.Scheme == "unix" ? "http://localhost" : Address.AbsoluteUri.TrimEnd('/');

    /// <summary>Namespace sent with every call, without slashes at its ends; null: none.</summary>
    public string? Namespace { get; init; }

    /// <summary>Which servers are trusted and how we show ourselves.</summary>
    public TlsSettings Tls { get; init; } = new();

    /// <summary>Proxy for calls to the server; null: none.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Time for one call, from connecting to the last byte. Default 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Connections to the server at a time; 0: we choose.</summary>
    public int MaxConnections { get; init; }

    /// <summary>How long an idle connection is kept. Default <see cref="UsualIdleTimeout"/>; zero: it is closed at once.</summary>
    public TimeSpan IdleTimeout { get; init; } = UsualIdleTimeout;

    /// <summary>Whether every connection serves one request only. Default false.</summary>
    public bool CloseConnections { get; init; }

    /// <summary>Bound on our requests; null: none.</summary>
    public RequestRate? Rate { get; init; }

    /// <summary>How often a failed request is repeated within its call, logins apart. Default 0.</summary>
    public int MaxRetries { get; init; }

    /// <summary>Whether one redirect may be followed. Default true.</summary>
    public bool FollowRedirect { get; init; } = true;
}
