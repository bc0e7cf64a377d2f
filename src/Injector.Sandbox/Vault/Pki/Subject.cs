using System.Security.Cryptography.X509Certificates;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>A certificate's subject from the fields requests and roles share.</summary>
internal static class Subject
{
    public static X500DistinguishedName Build(string commonName, FieldReader fields)
    {
        var builder = new X500DistinguishedNameBuilder();
        if (commonName.Length > 0)
        {
            builder.AddCommonName(commonName);
        }

        AddAll(fields.Texts("ou"), builder.AddOrganizationalUnitName);
        AddAll(fields.Texts("organization"), builder.AddOrganizationName);
        AddAll(fields.Texts("locality"), builder.AddLocalityName);
        AddAll(fields.Texts("province"), builder.AddStateOrProvinceName);
        AddAll(fields.Texts("country"), builder.AddCountryOrRegion);
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
