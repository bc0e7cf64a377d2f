namespace Injector.Templates.Reference;

/// <summary>Examples: the language.</summary>
internal static class LanguageExamples
{
    public static ExampleGroup Group { get; } = new(
        "The language",
        "Built into the template language itself; they cannot be denied.",
        [
            new("and", "{{and 1 0 2}}", "0"),
            new("or", "{{or \"\" \"x\"}}", "x"),
            new("not", "{{not \"\"}}", "true"),
            new("eq", "{{eq \"a\" \"b\" \"a\"}}", "true"),
            new("ne", "{{ne 1 2}}", "true"),
            new("lt", "{{lt 1 2}}", "true"),
            new("le", "{{le \"a\" \"a\"}}", "true"),
            new("gt", "{{gt 2.5 1.5}}", "true"),
            new("ge", "{{ge 1 2}}", "false"),
            new("len", "{{len \"é\"}}", "2"),
            new("index", "{{index (sprig_dict \"a-b\" (sprig_list \"x\" \"y\")) \"a-b\" 1}}", "y"),
            new("slice", "{{slice \"abcdef\" 1 3}}", "bc"),
            new("print", "{{print 1 2 \"a\" \"b\" 3}}", "1 2ab3"),
            new("printf", "{{printf \"%05.1f|%-4s|%q\" 3.14159 \"ab\" \"x\"}}", "003.1|ab  |\"x\""),
            new("println", "{{println \"a\" 1}}", "a 1\n"),
            new("html", "{{html \"<a href=\\\"x\\\">\"}}", "&lt;a href=&#34;x&#34;&gt;"),
            new("js", "{{js \"it's\"}}", "it\\'s"),
            new("urlquery", "{{urlquery \"a b&c\"}}", "a+b%26c"),
            FunctionExample.Failing("call", "{{call .}}", "call of nil"),
        ]);
}
