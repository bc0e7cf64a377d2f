using Injector.Contracts.Annotations;

namespace Injector.Injection.Tests.Rows;

/// <summary>The rows of the specification that injection must have a test for.</summary>
internal static class SpecificationRows
{
    /// <summary>Rows of annotations.md by id, then those of pod-mutation.md by section; §1 (HTTP) is the webhook's.</summary>
    public static IEnumerable<string> All =>
    [
        .. Numbered("G", 13), .. Numbered("S", 8), .. Numbered("C", 5), "E0", .. Numbered("E", 6), .. Numbered("D", 9), .. Numbered("J", 6), .. Numbered("T", 7),
        "V", "M", "F", "N", "X", "Y", "P", "O", "K", "W", "native", "preset", "template", "limit", "origin",
        .. AnnotationCatalogue.All.Select(Key).Distinct(),
    ];

    /// <summary>The row of an annotation: its name, for families without the suffix.</summary>
    public static string Key(AnnotationDefinition definition) => $"key {definition.Name}";

    /// <summary>The row a case counts for.</summary>
    public static string Of(RowCase @case) => @case.Row.StartsWith("key ", StringComparison.Ordinal)
        ? AnnotationCatalogue.Find(@case.Row["key ".Length..], out _) is { } definition ? Key(definition) : @case.Row
        : @case.Row;

    private static IEnumerable<string> Numbered(string letter, int count) => Enumerable.Range(1, count).Select(number => $"{letter}{number}");
}
