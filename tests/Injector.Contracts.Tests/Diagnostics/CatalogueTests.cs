using System.Reflection;
using System.Text.RegularExpressions;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Tests.Diagnostics;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Codes_AreUniqueAndOrdered()
    {
        var codes = Catalogue.All.Select(entry => entry.Code).ToList();

        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
    }

    [Fact]
    public void Codes_HaveTheFormOfTheirArea() => Assert.All(Catalogue.All, entry =>
    {
        Assert.Matches(CodeForm(), entry.Code);
        Assert.True(Enum.IsDefined(entry.Area), entry.Code);
    });

    [Fact]
    public void EveryDeclaredEntry_IsListed()
    {
        var declared = typeof(Catalogue).GetNestedTypes()
            .SelectMany(area => area.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(property => property.GetValue(null))
            .OfType<DiagnosticDescriptor>();

        Assert.Equal(declared.OrderBy(entry => entry.Code, StringComparer.Ordinal), Catalogue.All);
    }

    [Fact]
    public void Messages_AreSentences() => Assert.All(Catalogue.All, entry =>
    {
        Assert.EndsWith(".", entry.MessageFormat.TrimEnd('?', '"', '\''), StringComparison.Ordinal);
        Assert.DoesNotContain("\n", entry.MessageFormat, StringComparison.Ordinal);
    });

    [GeneratedRegex("^VI0[1-9][0-9]{2}$")]
    private static partial Regex CodeForm();
}
