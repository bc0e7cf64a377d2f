namespace Injector.Templates.Reference;

/// <summary>Examples: sprig: lists.</summary>
internal static class SprigListExamples
{
    public static ExampleGroup Group { get; } = new(
        "sprig: lists",
        "The forms with `must` fail in the same cases; they exist so that templates for other engines work.",
        [
            new("sprig_list", "{{sprig_list 1 \"a\" nil | toJSON}}", "[1,\"a\",null]"),
            new("sprig_tuple", "{{sprig_tuple 1 2}}", "[1 2]"),
            new("sprig_first", "{{sprig_first (sprig_list 1 2)}}", "1"),
            new("sprig_mustFirst", "{{sprig_mustFirst (sprig_list 1 2)}}", "1"),
            new("sprig_last", "{{sprig_last (sprig_list 1 2)}}", "2"),
            new("sprig_mustLast", "{{sprig_mustLast (sprig_list 1 2)}}", "2"),
            new("sprig_rest", "{{sprig_rest (sprig_list 1 2 3)}}", "[2 3]"),
            new("sprig_mustRest", "{{sprig_mustRest (sprig_list 1 2 3)}}", "[2 3]"),
            new("sprig_initial", "{{sprig_initial (sprig_list 1 2 3)}}", "[1 2]"),
            new("sprig_mustInitial", "{{sprig_mustInitial (sprig_list 1 2 3)}}", "[1 2]"),
            new("sprig_append", "{{sprig_append (sprig_list 1) 2}}", "[1 2]"),
            new("sprig_mustAppend", "{{sprig_mustAppend (sprig_list 1) 2}}", "[1 2]"),
            new("sprig_push", "{{sprig_push (sprig_list 1) 2}}", "[1 2]"),
            new("sprig_mustPush", "{{sprig_mustPush (sprig_list 1) 2}}", "[1 2]"),
            new("sprig_prepend", "{{sprig_prepend (sprig_list 1) 0}}", "[0 1]"),
            new("sprig_mustPrepend", "{{sprig_mustPrepend (sprig_list 1) 0}}", "[0 1]"),
            new("sprig_concat", "{{sprig_concat (sprig_list 1) (sprig_list 2)}}", "[1 2]"),
            new("sprig_reverse", "{{sprig_reverse (sprig_list 1 2)}}", "[2 1]"),
            new("sprig_mustReverse", "{{sprig_mustReverse (sprig_list 1 2)}}", "[2 1]"),
            new("sprig_uniq", "{{sprig_uniq (sprig_list 1 1 2)}}", "[1 2]"),
            new("sprig_mustUniq", "{{sprig_mustUniq (sprig_list 1 1 2)}}", "[1 2]"),
            new("sprig_without", "{{sprig_without (sprig_list 1 2 3) 2}}", "[1 3]"),
            new("sprig_mustWithout", "{{sprig_mustWithout (sprig_list 1 2 3) 2}}", "[1 3]"),
            new("sprig_has", "{{sprig_has 2 (sprig_list 1 2)}}", "true"),
            new("sprig_mustHas", "{{sprig_mustHas 9 (sprig_list 1 2)}}", "false"),
            new("sprig_compact", "{{sprig_compact (sprig_list 0 1 \"\")}}", "[1]"),
            new("sprig_mustCompact", "{{sprig_mustCompact (sprig_list 0 1 \"\")}}", "[1]"),
            new("sprig_slice", "{{sprig_slice (sprig_list 1 2 3) 1 2}}", "[2]"),
            new("sprig_mustSlice", "{{sprig_mustSlice (sprig_list 1 2 3) 1}}", "[2 3]"),
            new("sprig_chunk", "{{sprig_chunk 2 (sprig_list 1 2 3)}}", "[[1 2] [3]]"),
            new("sprig_mustChunk", "{{sprig_mustChunk 2 (sprig_list 1 2 3)}}", "[[1 2] [3]]"),
            new("sprig_all", "{{sprig_all 1 0}}", "false"),
            new("sprig_any", "{{sprig_any 1 0}}", "true"),
        ]);
}
