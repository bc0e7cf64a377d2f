using System.Reflection;
using System.Text.RegularExpressions;

namespace Injector.Webhook.Tests.Admission;

/// <summary>Every row of the HTTP contract (H1 to H14) has a test that is named after it.</summary>
public sealed partial class ContractRowTests
{
    public static TheoryData<string> Rows => [.. Enumerable.Range(1, 14).Select(static number => $"H{number}")];

    [Theory]
    [MemberData(nameof(Rows))]
    public void EveryRow_HasATest(string row)
    {
        var named = typeof(ContractRowTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(static method => RowNames().Match(method.Name).Groups["row"].Captures.Select(static capture => capture.Value));

        Assert.Contains(row, named);
    }

    [GeneratedRegex("^(?:(?<row>H[0-9]+))+_")]
    private static partial Regex RowNames();
}
