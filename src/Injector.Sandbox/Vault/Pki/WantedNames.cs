using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>The names a certificate is to carry.</summary>
internal sealed record WantedNames(string CommonName)
{
    public IReadOnlyList<string> Dns { get; init; } = [];

    public IReadOnlyList<string> Addresses { get; init; } = [];

    public IReadOnlyList<string> Uris { get; init; } = [];

    /// <summary>What a role says against them; null when it allows all.</summary>
    public string? Fault(PkiRole role)
    {
        var rules = new NameRules(role);
        if (CommonName.Length == 0 && role.Flag("require_cn"))
        {
            return "the common_name field is required, or must be provided in a CSR with \"use_csr_common_name\" set to true, unless \"require_cn\" is set to false";
        }

        if (CommonName.Length > 0 && !rules.Allows(CommonName))
        {
            return $"common name {CommonName} not allowed by this role";
        }

        if (Dns.FirstOrDefault(name => !rules.Allows(name)) is { } refused)
        {
            return $"subject alternate name {refused} not allowed by this role";
        }

        if (Dns.FirstOrDefault(static name => !IsEncodable(name)) is { } odd)
        {
            return $"subject alternate name {odd} cannot be written into a certificate";
        }

        if (Addresses.Count > 0 && !role.Flag("allow_ip_sans"))
        {
            return "IP Subject Alternative Names are not allowed in this role, but was provided";
        }

        if (Addresses.FirstOrDefault(static address => !IPAddress.TryParse(address, out _)) is { } broken)
        {
            return $"the value \"{broken}\" is not a valid IP address";
        }

        return Uris.FirstOrDefault(uri => !Uri.IsWellFormedUriString(uri, UriKind.Absolute) || !AllowsUri(role, uri)) is { } badUri
            ? $"URI Subject Alternative Name {badUri} is not allowed by this role"
            : null;
    }

    /// <summary>The extension; null when there are no names.</summary>
    public X509Extension? ToExtension()
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in Dns)
        {
            builder.AddDnsName(name);
        }

        foreach (var address in Addresses)
        {
            builder.AddIpAddress(IPAddress.Parse(address));
        }

        foreach (var uri in Uris)
        {
            builder.AddUri(new Uri(uri));
        }

        return Dns.Count + Addresses.Count + Uris.Count == 0 ? null : builder.Build();
    }

    private static bool IsEncodable(string name) =>
        name.Length is > 0 and <= 253 && name.Split('.').All(static label => label.Length is > 0 and <= 63 && label.All(static letter => letter is > ' ' and < '\u007f'));

    private static bool AllowsUri(PkiRole role, string uri) => role.Fields.Texts("allowed_uri_sans").Any(pattern =>
        pattern.EndsWith('*') ? uri.StartsWith(pattern[..^1], StringComparison.Ordinal) : uri == pattern);
}
