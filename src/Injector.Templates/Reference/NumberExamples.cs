namespace Injector.Templates.Reference;

/// <summary>Examples: numbers.</summary>
internal static class NumberExamples
{
    public static ExampleGroup Group { get; } = new(
        "Numbers",
        "The second argument is the left operand: `{{5 | subtract 2}}` is 3.",
        [
            new("add", "{{add 1 2}}", "3"),
            new("subtract", "{{5 | subtract 2}}", "3"),
            new("multiply", "{{multiply 2 3.5}}", "7"),
            new("divide", "{{divide 2 9}}", "4"),
            new("modulo", "{{modulo 3 10}}", "1"),
            new("minimum", "{{minimum 1 2.5}}", "1"),
            new("maximum", "{{maximum 1 2.5}}", "2.5"),
            new("parseBool", "{{parseBool \"T\"}}", "true"),
            new("parseFloat", "{{parseFloat \"1e3\"}}", "1000"),
            new("parseInt", "{{parseInt \"42\" | add 1}}", "43"),
            new("parseUint", "{{parseUint \"42\"}}", "42"),
        ]);
}
