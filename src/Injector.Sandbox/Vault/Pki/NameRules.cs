using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>Which names a role allows.</summary>
internal sealed class NameRules(PkiRole role)
{
    private readonly IReadOnlyList<string> _domains = role.Fields.Texts("allowed_domains");

    public bool Allows(string name)
    {
        if (role.Flag("enforce_hostnames") && !IsHostName(name))
        {
            return false;
        }

        var isWildcard = name.StartsWith("*.", StringComparison.Ordinal);
        if (isWildcard && !role.Flag("allow_wildcard_certificates"))
        {
            return false;
        }

        return role.Flag("allow_any_name")
            || (role.Flag("allow_localhost") && name is "localhost" or "localdomain")
            || _domains.Any(domain => AllowsIn(domain, name));
    }

    private static bool IsHostName(string name)
    {
        var plain = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        return plain.Length is > 0 and <= 253 && plain.Split('.').All(static label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }

    private bool AllowsIn(string domain, string name) =>
        (role.Flag("allow_bare_domains") && name.Equals(domain, StringComparison.OrdinalIgnoreCase))
        || (role.Flag("allow_subdomains") && name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
        || (role.Flag("allow_glob_domains") && domain.Contains('*', StringComparison.Ordinal) && Glob.Matches(domain, name, StringComparison.OrdinalIgnoreCase));
}
