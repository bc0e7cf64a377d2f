using Injector.Contracts.Diagnostics;
using Injector.Templates.Functions.Regex;

namespace Injector.Templates.Tests.Functions;

/// <summary>RE2 as Go has it.</summary>
public sealed class RegexTests
{
    [Theory]
    [InlineData("a(x*)b", "$1W", "-ab-axxb-", "---")]
    [InlineData("a(x*)b", "${1}W", "-ab-axxb-", "-W-xxW-")]
    [InlineData("(?P<y>\\d{4})-(?P<m>\\d\\d)", "${m}/$y", "2024-05", "05/2024")]
    [InlineData("(?<n>a)", "[$n$$]", "a", "[a$]")]
    [InlineData("x*", "-", "abxc", "-a-b-c-")]
    [InlineData("()|a", "x", "aa", "xaxax")]
    [InlineData("(a*)*", "x", "baac", "xbxcx")]
    [InlineData("(a|ab)(c|bcd)", "[$1][$2]", "abcd", "[a][bcd]")]
    [InlineData("a|ab", "x", "ab", "xb")]
    [InlineData("(a|b)*?c", "[$1]", "abc", "[b]")]
    [InlineData("(?U)a+", "x", "aa", "xx")]
    [InlineData("x{2,3}", "y", "xxxxx", "yy")]
    [InlineData("(?i)k", "x", "kK\u212A", "xxx")]
    [InlineData("(?i)[k-l]", "x", "K\u212AL", "xxx")]
    [InlineData("(?m)^", "> ", "a\nb", "> a\n> b")]
    [InlineData("$", "!", "a\n", "a\n!")]
    [InlineData("a.b", "x", "a\nb a\rb", "a\nb x")]
    [InlineData("(?s)a.b", "x", "a\nb", "x")]
    [InlineData("\\bfoo\\b", "x", "foo food", "x food")]
    [InlineData("[^[:alnum:]]", "_", "a-b é", "a_b__")]
    [InlineData("\\p{Greek}", "g", "αβc", "ggc")]
    [InlineData("\\PL", "", "a1é", "aé")]
    [InlineData("\\Qa.b\\E+", "x", "a.bb axb", "x axb")]
    [InlineData("\\x{1F600}|\\x41|\\102", "s", "😀AB", "sss")]
    [InlineData("[\\s\\v]", "_", "a\tb\vc", "a_b_c")]
    public void Replaces_LikeGo(string pattern, string replacement, string text, string expected) =>
        Assert.Equal(expected, Rendered.Output($"{{{{regexReplaceAll {Quote(pattern)} {Quote(replacement)} {Quote(text)}}}}}"));

    [Theory]
    [InlineData("*", "missing argument to repetition operator: `*`")]
    [InlineData("a**", "invalid nested repetition operator: `**`")]
    [InlineData("a{2}{3}", "invalid nested repetition operator: `{2}{3}`")]
    [InlineData("a{1001}", "invalid repeat count: `{1001}`")]
    [InlineData("(a{500}){3}", "invalid repeat count: `{3}`")]
    [InlineData("(", "missing closing ): `(`")]
    [InlineData("a)", "unexpected ): `a)`")]
    [InlineData("[a", "missing closing ]: `[a`")]
    [InlineData("[z-a]", "invalid character class range: `z-a`")]
    [InlineData("[[:nope:]]", "invalid character class range: `[:nope:]`")]
    [InlineData("\\p{Nope}", "invalid character class range: `\\p{Nope}`")]
    [InlineData("(a)\\1", "invalid escape sequence: `\\1`")]
    [InlineData("\\Z", "invalid escape sequence: `\\Z`")]
    [InlineData("\\x{110000}", "invalid escape sequence: `\\x{110000`")]
    [InlineData("a\\", "trailing backslash at end of expression: ``")]
    [InlineData("(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    [InlineData("(?<=a)b", "invalid named capture: `(?<=a)b`")]
    [InlineData("(?P<a b>x)", "invalid named capture: `(?P<a b>`")]
    [InlineData("(?>a)", "invalid or unsupported Perl syntax: `(?>`")]
    public void Refuses_WhatGoRefuses(string pattern, string problem) =>
        Assert.EndsWith("error parsing regexp: " + problem, Rendered.Error($"{{{{regexMatch {Quote(pattern)} \"\"}}}}"), StringComparison.Ordinal);

    [Fact]
    public void Refuses_DeepNesting()
    {
        var pattern = new string('(', 2000) + new string(')', 2000);

        Assert.Contains("nests too deeply", Rendered.Error($"{{{{regexMatch {Quote(pattern)} \"\"}}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_InvalidBytes() =>
        Assert.Equal("x\\xffx", Rendered.Output("{{regexReplaceAll \"a\" \"x\" \"a\\xffa\" | printf \"%q\"}}").Trim('"'));

    [Fact]
    public void Matches_InTimeProportionalToTheText()
    {
        // A backtracking engine would need 2^30 steps.
        var text = new string('a', 30);
        var pattern = string.Concat(Enumerable.Repeat("a?", 30)) + text;

        Assert.Equal("true", Rendered.Output($"{{{{regexMatch \"^{pattern}$\" \"{text}\"}}}}"));
    }

    [Fact]
    public void Stops_WhenTheTimeIsUp()
    {
        var budget = new RegexBudget(TimeProvider.System, TimeSpan.Zero);
        var pattern = RegexPattern.TryCompile("(a|b)*c"u8, budget, out _);

        pattern?.IsMatch(new byte[1 << 20]);

        Assert.True(budget.IsExceeded);
    }

    [Fact]
    public void Fails_WithACodeWhenTheTimeIsUp()
    {
        var limits = new TemplateLimits { RegexTime = TimeSpan.Zero };
        var text = "{{regexMatch \"(a|b)*c\" (sprig_repeat 1000000 \"ab\")}}";

        var result = Rendered.Result(text, TemplateOptions.Default with { Limits = limits });

        Assert.Equal(Catalogue.Templates.RegexLimit, result.Error?.Descriptor);
    }

    [Theory]
    [InlineData("z+", "pizza", -1, "[pi a]")]
    [InlineData("z", "pizza", 2, "[pi za]")]
    [InlineData("z", "pizza", 0, "[]")]
    [InlineData("", "ab", -1, "[a b]")]
    [InlineData("a", "", -1, "[]")]
    public void Splits_LikeGo(string pattern, string text, int limit, string expected) =>
        Assert.Equal(expected, Rendered.Output($"{{{{sprig_regexSplit {Quote(pattern)} {Quote(text)} {limit}}}}}"));

    private static string Quote(string text) => Injector.Templates.Formatting.GoQuote.Quote(text);
}
