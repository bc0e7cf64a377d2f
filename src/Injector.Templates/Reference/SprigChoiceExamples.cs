namespace Injector.Templates.Reference;

/// <summary>Examples: sprig: choices and types.</summary>
internal static class SprigChoiceExamples
{
    public static ExampleGroup Group { get; } = new(
        "sprig: choices and types",
        "",
        [
            new("sprig_default", "{{sprig_default \"d\" \"\"}}", "d"),
            new("sprig_empty", "{{sprig_empty 0}}", "true"),
            new("sprig_coalesce", "{{sprig_coalesce 0 \"\" \"x\"}}", "x"),
            new("sprig_ternary", "{{sprig_ternary \"yes\" \"no\" true}}", "yes"),
            FunctionExample.Failing("sprig_fail", "{{sprig_fail \"no password\"}}", "no password"),
            new("sprig_kindOf", "{{sprig_kindOf (sprig_list)}}", "slice"),
            new("sprig_kindIs", "{{sprig_kindIs \"int\" 1}}", "true"),
            new("sprig_typeOf", "{{sprig_typeOf (sprig_dict)}}", "map[string]interface {}"),
            new("sprig_typeIs", "{{sprig_typeIs \"string\" \"a\"}}", "true"),
            new("sprig_typeIsLike", "{{sprig_typeIsLike \"string\" \"a\"}}", "true"),
            new("sprig_deepEqual", "{{sprig_deepEqual (sprig_list 1) (sprig_list 1)}}", "true"),
        ]);
}
