using System.Globalization;
using System.Net;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Vault.Connection;

/// <summary>Puts the connection together: flag beats environment beats document beats default. An empty variable counts as unset.</summary>
public sealed class ConnectionReader
{
    private const string ServiceLookup = "SRV_LOOKUP";

    private readonly VaultConnection _flags;
    private readonly AgentConfiguration _document;
    private readonly ConnectionVariables _variables;
    private readonly List<Diagnostic> _faults = [];

    private ConnectionReader(VaultConnection flags, AgentConfiguration document, IReadOnlyDictionary<string, string> environment)
    {
        _flags = flags;
        _document = document;
        _variables = new ConnectionVariables(environment);
    }

    /// <summary>Reads and checks everything.</summary>
    /// <param name="flags">What the command line says; null members: nothing.</param>
    /// <param name="document">The configuration.</param>
    /// <param name="environment">The process's variables.</param>
    /// <returns>The settings, and all faults; the settings may be used only when there is no error.</returns>
    public static (VaultConnectionSettings Settings, IReadOnlyList<Diagnostic> Diagnostics) Read(
        VaultConnection flags, AgentConfiguration document, IReadOnlyDictionary<string, string> environment)
    {
        var reader = new ConnectionReader(flags, document, environment);
        var settings = reader.Read();
        return (settings, reader._faults);
    }

    private VaultConnectionSettings Read()
    {
        var vault = _document.Vault;
        if (ReadFlag(ServiceLookup) == true)
        {
            _faults.Add(Catalogue.Vault.VariableWithoutEffect.For(ConnectionVariables.Name(ServiceLookup), ConnectionVariables.Name(ServiceLookup)));
        }

        var address = ReadAddress(Choose(_flags.Address, "ADDR", vault.Address) ?? VaultConnectionSettings.DefaultAddress);
        return new VaultConnectionSettings
        {
            Address = address,
            Namespace = TrimmedOrNull(Choose(_flags.Namespace, "NAMESPACE", vault.Namespace) ?? _document.AutoAuth?.Method.Namespace),
            Tls = ReadTls(vault),
            Proxy = ReadProxy(address),
            Timeout = ReadTimeout(),
            MaxConnections = (int)Math.Clamp(_document.TemplateSettings.MaxConnectionsPerHost, 0, 1000),
            IdleTimeout = Disables(ReadParts("AGENT_DISABLE_IDLE_CONNECTIONS", _document.DisableIdleConnections)) ? TimeSpan.Zero : VaultConnectionSettings.UsualIdleTimeout,
            CloseConnections = Disables(ReadParts("AGENT_DISABLE_KEEP_ALIVES", _document.DisableKeepAlives)),
            Rate = ReadRate(),
            MaxRetries = ReadRetries(),
            FollowRedirect = !(ReadFlag("DISABLE_REDIRECTS") ?? false),
        };
    }

    // One client serves login and templates: either word turns the feature off for both.
    private static bool Disables(IReadOnlyList<string> parts) => parts.Contains(ConnectionParts.Login) || parts.Contains(ConnectionParts.Templates);

    private IReadOnlyList<string> ReadParts(string variable, IReadOnlyList<string> document)
    {
        if (_variables.Find(variable) is not { } text)
        {
            return document;
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Except(ConnectionParts.All).FirstOrDefault() is { } unknown)
        {
            Refuse(variable, unknown, "one of: " + string.Join(", ", ConnectionParts.All));
        }

        return parts;
    }

    private RequestRate? ReadRate()
    {
        RequestRate? rate = null;
        if (_variables.Find("RATE_LIMIT") is { } text && !RequestRate.TryParse(text, out rate))
        {
            Refuse("RATE_LIMIT", text, "a number of requests per second, or that and a burst, such as 10:20");
        }

        return rate;
    }

    private int ReadRetries()
    {
        const int Most = 100;
        if (_variables.Find("MAX_RETRIES") is not { } text)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var retries))
        {
            return Math.Min(retries, Most);
        }

        Refuse("MAX_RETRIES", text, "a whole number");
        return 0;
    }

    private void Refuse(string variable, string value, string expected) =>
        _faults.Add(Catalogue.Vault.ConnectionSettingWrong.For(ConnectionVariables.Name(variable), ConnectionVariables.Name(variable), value, expected));

    private TlsSettings ReadTls(VaultConnection vault)
    {
        var tls = new TlsSettings
        {
            CaFile = Choose(_flags.CaCert, "CACERT", vault.CaCert),
            CaText = _variables.Find("CACERT_BYTES"),
            CaFolder = Choose(_flags.CaPath, "CAPATH", vault.CaPath),
            ClientCertificateFile = Choose(_flags.ClientCert, "CLIENT_CERT", vault.ClientCert),
            ClientKeyFile = Choose(_flags.ClientKey, "CLIENT_KEY", vault.ClientKey),
            ServerName = Choose(_flags.TlsServerName, "TLS_SERVER_NAME", vault.TlsServerName),
            Verification = _flags.TlsSkipVerify || (ReadFlag("SKIP_VERIFY") ?? vault.TlsSkipVerify) ? ServerVerification.None : ServerVerification.Full,
        };
        switch (tls.ClientCertificateFile, tls.ClientKeyFile)
        {
            case (not null, null):
                _faults.Add(Catalogue.Vault.ClientCertificateIncomplete.For("client_cert", "client_cert", "client_key"));
                break;
            case (null, not null):
                _faults.Add(Catalogue.Vault.ClientCertificateIncomplete.For("client_key", "client_key", "client_cert"));
                break;
            default:
                break;
        }

        if (tls.Verification == ServerVerification.None)
        {
            _faults.Add(Catalogue.Vault.VerificationOff.For("tls_skip_verify"));
        }

        return tls;
    }

    private Uri ReadAddress(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && IsUsable(address))
        {
            return address;
        }

        _faults.Add(Catalogue.Vault.ConnectionSettingWrong.For("address", "address", text, "an http, https or unix URL"));
        return new Uri(VaultConnectionSettings.DefaultAddress);
    }

    private static bool IsUsable(Uri address) => address.Scheme switch
    {
        "http" or "https" => address.Host.Length > 0 && address.UserInfo.Length == 0,
        "unix" => address.AbsolutePath.Length > 1,
        _ => false,
    };

    private TimeSpan ReadTimeout()
    {
        const string Name = "CLIENT_TIMEOUT";
        var fallback = new VaultConnectionSettings().Timeout;
        if (_variables.Find(Name) is not { } text)
        {
            return fallback;
        }

        if (Contracts.Agent.DurationText.TryParse(text, out var timeout) && timeout >= TimeSpan.Zero)
        {
            return timeout == TimeSpan.Zero ? fallback : Contracts.Agent.DurationText.Waitable(timeout);
        }

        Refuse(Name, text, "a number of seconds or a duration such as 30s");
        return fallback;
    }

    private EnvironmentProxy? ReadProxy(Uri address)
    {
        if ((_variables.Find("PROXY_ADDR") ?? _variables.Find("HTTP_PROXY")) is { } own)
        {
            return ProxyOf(ConnectionVariables.Name("PROXY_ADDR"), own) is { } uri ? new EnvironmentProxy(uri, []) : null;
        }

        var name = address.Scheme == Uri.UriSchemeHttps ? "HTTPS_PROXY" : "HTTP_PROXY";
        return _variables.FindPlain(name) is { } text && ProxyOf(name, text) is { } proxy
            ? new EnvironmentProxy(proxy, EnvironmentProxy.ParseExceptions(_variables.FindPlain("NO_PROXY") ?? ""))
            : null;
    }

    private Uri? ProxyOf(string name, string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        if (Uri.TryCreate(full, UriKind.Absolute, out var proxy) && proxy.Host.Length > 0 && proxy.Scheme is "http" or "https" or "socks5")
        {
            return proxy;
        }

        _faults.Add(Catalogue.Vault.ConnectionSettingWrong.For(name, name, "***", "a proxy's URL"));
        return null;
    }

    private bool? ReadFlag(string name)
    {
        switch (_variables.Find(name))
        {
            case null:
                return null;
            case "1" or "t" or "T" or "true" or "TRUE" or "True":
                return true;
            case "0" or "f" or "F" or "false" or "FALSE" or "False":
                return false;
            case var text:
                Refuse(name, text, "true or false");
                return null;
        }
    }

    private string? Choose(string? flag, string variable, string? document) => NullIfEmpty(flag) ?? _variables.Find(variable) ?? NullIfEmpty(document);

    private static string? TrimmedOrNull(string? text) => NullIfEmpty(text?.Trim().Trim('/'));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
