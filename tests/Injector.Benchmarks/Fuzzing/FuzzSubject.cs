namespace Injector.Benchmarks.Fuzzing;

/// <summary>Something that takes input from outside and must survive all of it.</summary>
/// <param name="LargestSeed">Longer inputs are neither used nor kept: they only slow the search down.</param>
/// <param name="Recorded">Reads the recorded inputs of a folder.</param>
/// <param name="Create">Makes the target.</param>
/// <param name="Tokens">Pieces that the blind mutation inserts.</param>
internal sealed record FuzzSubject(int LargestSeed, Func<string, IEnumerable<byte[]>> Recorded, Func<IFuzzTarget> Create, IReadOnlyList<byte[]> Tokens)
{
    /// <summary>Parser and evaluator of templates.</summary>
    public static FuzzSubject Templates { get; } = new(2048, RecordedInputs.Templates, static () => new TemplateFuzzTarget(),
    [
        [.. "{{"u8], [.. "}}"u8], [.. "{{- "u8], [.. " -}}"u8], [.. "{{end}}"u8], [.. "{{else}}"u8], [.. "{{range .l}}"u8], [.. "{{if .n}}"u8], [.. "("u8],
        [.. ")"u8], [.. " | "u8], [.. "$x := "u8], [.. " . "u8], [.. "\"%[1]*.[2]*v\""u8], [.. "9223372036854775807"u8], [.. "-1"u8], [.. "1e308"u8], [.. "nil"u8],
    ]);

    /// <summary>Bodies of admission calls, up to the patch.</summary>
    public static FuzzSubject Reviews { get; } = new(16384, RecordedInputs.Reviews, static () => new ReviewFuzzTarget(),
    [
        [.. "{"u8], [.. "}"u8], [.. "["u8], [.. "]"u8], [.. ","u8], [.. "null"u8], [.. "\"\""u8], [.. "\\ud800"u8], [.. "1e999"u8], [.. "-0"u8], [.. "true"u8],
        [.. "\"vault.hashicorp.com/agent-inject\":\"true\","u8], [.. "\"openbao.org/agent-inject-secret-a\":\"kv/a\","u8], [.. "{{"u8], [.. "%"u8],
        [.. "\"vault-injector.dev/agent-json-patch\":\"[{}]\","u8], [.. "\"request\":{"u8], [.. "9223372036854775808"u8], [.. "../"u8], [.. "128mb"u8],
    ]);
}
