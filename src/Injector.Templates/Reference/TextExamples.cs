namespace Injector.Templates.Reference;

/// <summary>Examples: texts.</summary>
internal static class TextExamples
{
    public static ExampleGroup Group { get; } = new(
        "Texts",
        "The text comes last, so that it can be piped in.",
        [
            new("toLower", "{{toLower \"ABC\"}}", "abc"),
            new("toUpper", "{{\"straße\" | toUpper}}", "STRAßE"),
            new("toTitle", "{{toTitle \"o'neil 2nd-try\"}}", "O'neil 2Nd-Try"),
            new("trim", "{{trim \"xy\" \"xyabcyx\"}}", "abc"),
            new("trimPrefix", "{{trimPrefix \"v\" \"v1.2\"}}", "1.2"),
            new("trimSuffix", "{{\"a.txt\" | trimSuffix \".txt\"}}", "a"),
            new("trimSpace", "{{trimSpace \" a \"}}", "a"),
            new("replaceAll", "{{\"a\\nb\" | replaceAll \"\\n\" \"\\\\n\"}}", "a\\nb"),
            new("split", "{{split \",\" \"a,b\" | toJSON}}", "[\"a\",\"b\"]"),
            new("splitToMap", "{{splitToMap \",\" \":\" \"a:1,b:2\" | toJSON}}", "{\"a\":\"1\",\"b\":\"2\"}"),
            new("join", "{{split \",\" \"a,b\" | join \"-\"}}", "a-b"),
            new("indent", "{{indent 2 \"a\\n\\nb\"}}", "  a\n\n  b"),
            new("regexMatch", "{{regexMatch \"^web-[0-9]+$\" \"web-0\"}}", "true"),
            new("regexReplaceAll", "{{\"2024-05\" | regexReplaceAll \"(\\\\d+)-(\\\\d+)\" \"$2/$1\"}}", "05/2024"),
        ]);
}
