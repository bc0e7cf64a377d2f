namespace Injector.Templates.Reference;

/// <summary>Examples: sprig: numbers.</summary>
internal static class SprigNumberExamples
{
    public static ExampleGroup Group { get; } = new(
        "sprig: numbers",
        "Arguments may be anything; what is no number counts as 0.",
        [
            new("sprig_add", "{{sprig_add 1 \"2\" 3}}", "6"),
            new("sprig_add1", "{{sprig_add1 1}}", "2"),
            new("sprig_add1f", "{{sprig_add1f 1.5}}", "2.5"),
            new("sprig_addf", "{{sprig_addf 0.1 0.2}}", "0.3"),
            new("sprig_sub", "{{sprig_sub 5 3}}", "2"),
            new("sprig_subf", "{{sprig_subf 1 0.9}}", "0.1"),
            new("sprig_mul", "{{sprig_mul 2 3 4}}", "24"),
            new("sprig_mulf", "{{sprig_mulf 1.1 1.1}}", "1.21"),
            new("sprig_div", "{{sprig_div 7 2}}", "3"),
            new("sprig_divf", "{{sprig_divf 1 3}}", "0.3333333333333333"),
            new("sprig_mod", "{{sprig_mod 7 3}}", "1"),
            new("sprig_max", "{{sprig_max 1 5 3}}", "5"),
            new("sprig_maxf", "{{sprig_maxf 1 2.5}}", "2.5"),
            new("sprig_min", "{{sprig_min 4 2}}", "2"),
            new("sprig_minf", "{{sprig_minf 4 2.5}}", "2.5"),
            new("sprig_biggest", "{{sprig_biggest 1 2}}", "2"),
            new("sprig_ceil", "{{sprig_ceil 1.1}}", "2"),
            new("sprig_floor", "{{sprig_floor 1.9}}", "1"),
            new("sprig_round", "{{sprig_round 3.14159 2}}", "3.14"),
            new("sprig_atoi", "{{sprig_atoi \"7\"}}", "7"),
            new("sprig_int", "{{sprig_int \"12\"}}", "12"),
            new("sprig_int64", "{{sprig_int64 3.9}}", "3"),
            new("sprig_float64", "{{sprig_float64 \"1.5\"}}", "1.5"),
            new("sprig_toDecimal", "{{sprig_toDecimal \"0755\"}}", "493"),
            new("sprig_until", "{{sprig_until 3}}", "[0 1 2]"),
            new("sprig_untilStep", "{{sprig_untilStep 1 8 3}}", "[1 4 7]"),
            new("sprig_seq", "{{sprig_seq 1 2 7}}", "1 3 5 7"),
            new("sprig_randInt", "{{sprig_randInt 5 6}}", "5"),
        ]);
}
