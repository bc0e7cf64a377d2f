namespace Injector.Templates.Reference;

/// <summary>Examples: lists and maps.</summary>
internal static class StructureExamples
{
    public static ExampleGroup Group { get; } = new(
        "Lists and maps",
        "",
        [
            new("in", "{{in (split \",\" \"a,b\") \"b\"}}", "true"),
            new("contains", "{{\"abc\" | contains \"b\"}}", "true"),
            new("containsAll", "{{containsAll (sprig_list 1 2) (sprig_list 1 2 3)}}", "true"),
            new("containsAny", "{{containsAny (sprig_list 1 9) (sprig_list 1 2)}}", "true"),
            new("containsNone", "{{containsNone (sprig_list 8 9) (sprig_list 1 2)}}", "true"),
            new("containsNotAll", "{{containsNotAll (sprig_list 1 9) (sprig_list 1 2)}}", "true"),
            new("mergeMap", "{{mergeMap (sprig_dict \"a\" 1) (sprig_dict \"a\" 2 \"b\" 3) | toJSON}}", "{\"a\":1,\"b\":3}"),
            new("mergeMapWithOverride", "{{mergeMapWithOverride (sprig_dict \"a\" 1) (sprig_dict \"a\" 2) | toJSON}}", "{\"a\":2}"),
            new("explodeMap", "{{explodeMap (sprig_dict \"a/b\" 1 \"a/c\" 2) | toJSON}}", "{\"a\":{\"b\":1,\"c\":2}}"),
        ]);
}
