using System.Security.Cryptography.X509Certificates;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>A certificate's subject from the fields requests and roles share.</summary>
internal static class Subject
{
    public static X500DistinguishedName Build(string commonName, FieldReader fields)
    {
        var builder = new X500DistinguishedNameBuilder();

        // X.520 allows 64 characters; longer names stand among the alternatives only.
        if (commonName.Length is > 0 and <= 64)
        {
            builder.AddCommonName(commonName);
        }

        AddAll(fields.Texts("ou"), builder.AddOrganizationalUnitName);
        AddAll(fields.Texts("organization"), builder.AddOrganizationName);
        AddAll(fields.Texts("locality"), builder.AddLocalityName);
        AddAll(fields.Texts("province"), builder.AddStateOrProvinceName);
        AddAll([.. fields.Texts("country").Where(static country => country.Length == 2 && country.All(char.IsAsciiLetter))], builder.AddCountryOrRegion);
        return builder.Build();
    }

    private static void AddAll(IReadOnlyList<string> values, Action<string> add)
    {
        foreach (var value in values)
        {
            add(value);
        }
    }
}
