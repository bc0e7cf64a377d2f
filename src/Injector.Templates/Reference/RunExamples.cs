namespace Injector.Templates.Reference;

/// <summary>Examples: the running template.</summary>
internal static class RunExamples
{
    public static ExampleGroup Group { get; } = new(
        "The running template",
        "",
        [
            new("loop", "{{range loop 2 5}}{{.}} {{end}}", "2 3 4 "),
            new("scratch", "{{scratch.Set \"n\" 1}}{{scratch.Get \"n\"}} {{scratch.Key \"m\"}} {{scratch.MapSet \"m\" \"k\" \"v\"}}{{scratch.MapValues \"m\"}}", "1 false [v]"),
            new("executeTemplate", "{{define \"t\"}}<{{.}}>{{end}}{{executeTemplate \"t\" \"x\" | toUpper}}", "<X>"),
            new("timestamp", "{{timestamp}} {{timestamp \"2006-01-02\"}} {{timestamp \"unix\"}}", "2026-01-02T03:04:05Z 2026-01-02 1767323045"),
            new("spew_sdump", "{{spew_sdump \"a\" 1}}", "(string) (len=1) \"a\"\n(int) 1\n"),
            new("spew_sprintf", "{{spew_sprintf \"%v\" 1}}", "1"),
            new("spew_dump", "{{spew_dump \"a\"}}", ""),
            new("spew_printf", "{{spew_printf \"%v\" 1}}", ""),
        ]);
}
