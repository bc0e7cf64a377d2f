namespace Injector.Templates.Reference;

/// <summary>Examples: sprig: maps.</summary>
internal static class SprigMapExamples
{
    public static ExampleGroup Group { get; } = new(
        "sprig: maps",
        "Keys and values come in the order of the keys.",
        [
            new("sprig_dict", "{{sprig_dict \"a\" 1 \"b\" 2 | toJSON}}", "{\"a\":1,\"b\":2}"),
            new("sprig_get", "{{sprig_get (sprig_dict \"a\" 1) \"a\"}}", "1"),
            new("sprig_set", "{{sprig_set (sprig_dict \"a\" 1) \"b\" 2}}", "map[a:1 b:2]"),
            new("sprig_unset", "{{sprig_unset (sprig_dict \"a\" 1 \"b\" 2) \"a\"}}", "map[b:2]"),
            new("sprig_hasKey", "{{sprig_hasKey (sprig_dict \"a\" 1) \"a\"}}", "true"),
            new("sprig_pluck", "{{sprig_pluck \"a\" (sprig_dict \"a\" 1) (sprig_dict \"a\" 2)}}", "[1 2]"),
            new("sprig_keys", "{{sprig_keys (sprig_dict \"b\" 1 \"a\" 2)}}", "[a b]"),
            new("sprig_values", "{{sprig_values (sprig_dict \"b\" 1 \"a\" 2)}}", "[2 1]"),
            new("sprig_pick", "{{sprig_pick (sprig_dict \"a\" 1 \"b\" 2) \"a\"}}", "map[a:1]"),
            new("sprig_omit", "{{sprig_omit (sprig_dict \"a\" 1 \"b\" 2) \"a\"}}", "map[b:2]"),
            new("sprig_merge", "{{sprig_merge (sprig_dict \"a\" 1) (sprig_dict \"a\" 2 \"b\" 3)}}", "map[a:1 b:3]"),
            new("sprig_mustMerge", "{{sprig_mustMerge (sprig_dict) (sprig_dict \"a\" 2)}}", "map[a:2]"),
            new("sprig_mergeOverwrite", "{{sprig_mergeOverwrite (sprig_dict \"a\" 1) (sprig_dict \"a\" 2)}}", "map[a:2]"),
            new("sprig_mustMergeOverwrite", "{{sprig_mustMergeOverwrite (sprig_dict \"a\" 1) (sprig_dict \"a\" 2)}}", "map[a:2]"),
            new("sprig_deepCopy", "{{sprig_deepCopy (sprig_dict \"a\" 1)}}", "map[a:1]"),
            new("sprig_mustDeepCopy", "{{sprig_mustDeepCopy (sprig_list 1)}}", "[1]"),
            new("sprig_dig", "{{sprig_dig \"a\" \"b\" \"none\" (sprig_dict \"a\" (sprig_dict \"b\" 1))}}", "1"),
        ]);
}
