using Injector.Templates.Formatting;

namespace Injector.Templates.Tests.Functions;

/// <summary>YAML 1.1 as yaml.v2 writes and reads it.</summary>
public sealed class YamlTests
{
    [Theory]
    [InlineData("""(sprig_dict "a" "x: y" "b" "x #y" "c" "- x" "d" "?x" "e" "a b " "f" "it's")""", "a: 'x: y'\nb: 'x #y'\nc: '- x'\nd: ?x\ne: 'a b '\nf: it's")]
    [InlineData("""(sprig_dict "a" "0x1f" "b" "1e3" "c" "1:30" "d" ".5" "e" "yes" "f" "null" "g" "2001-1-1" "h" "1,000" "i" "")""", "a: \"0x1f\"\nb: \"1e3\"\nc: \"1:30\"\nd: \".5\"\ne: \"yes\"\nf: \"null\"\ng: \"2001-1-1\"\nh: 1,000\ni: \"\"")]
    [InlineData("""(sprig_dict "a" "x\n" "b" "x\ny" "c" "x\n\n" "d" " x\ny" "e" "\n")""", "a: |\n  x\nb: |-\n  x\n  y\nc: |+\n  x\n\nd: |2-\n   x\n  y\ne: |2+")]
    [InlineData("""(sprig_dict "a" "tab\t" "b" "\x00" "c" "😀" "d" "é")""", "a: \"tab\\t\"\nb: \"\\0\"\nc: \"\\U0001F600\"\nd: é")]
    [InlineData("""(sprig_list (sprig_list 1 2) (sprig_dict "a" (sprig_list 1)) (sprig_list) (sprig_dict))""", "- - 1\n  - 2\n- a:\n  - 1\n- []\n- {}")]
    [InlineData("""(sprig_dict "% " 1 "_z" 1 "1" 1 "9" 1 "10" 1 "A" 1 "a1" 1 "a2" 1 "a10" 1)""", "'% ': 1\n_z: 1\n\"1\": 1\n\"9\": 1\n\"10\": 1\nA: 1\na1: 1\na2: 1\na10: 1")]
    [InlineData("""(base64Decode "gGE=")""", "!!binary gGE=")]
    [InlineData("(sprig_list 1.5 1e6 (parseFloat \"inf\") nil true)", "- 1.5\n- 1e+06\n- .inf\n- null\n- true")]
    public void Writes_LikeYamlV2(string value, string expected) => Assert.Equal(expected, Rendered.Output($"{{{{toYAML {value}}}}}"));

    [Fact]
    public void Folds_LongTextsAtBlanks()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 20));

        var folded = Rendered.Output($"{{{{toYAML (sprig_dict \"a\" \"{words}\")}}}}").Split('\n');

        Assert.Equal(2, folded.Length);
        Assert.StartsWith("  word", folded[1], StringComparison.Ordinal);
        Assert.InRange(folded[0].Length, 80, 86);
    }

    [Theory]
    [InlineData("a: 1\nb: [x, y]\nc: {d: e}\nf: 1.5", "map[a:1 b:[x true] c:map[d:e] f:1.5]")]
    [InlineData("a: 0x1f\nb: 0b11\nc: 017\nd: 1_000\ne: 1e3\nf: .inf", "map[a:31 b:3 c:15 d:1000 e:1000 f:+Inf]")]
    [InlineData("a: ~\nb: 2001-01-01\nc: '5'\nd: No", "map[a:<nil> b:2001-01-01 c:5 d:false]")]
    [InlineData("- 1\n-\n  c: d\n- - e\n  - f\n", "[1 map[c:d] [e f]]")]
    [InlineData("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2", "map[a:map[b:1] c:map[b:1] d:map[b:1 e:2]]")]
    [InlineData("a: |\n  x\n  y\nb: >\n  x\n  y\n\n  z\nc: |-\n  x", "map[a:x\ny\n b:x y\nz\n c:x]")]
    [InlineData("? a\n: b\n# comment\nc:\n- d", "map[a:b c:[d]]")]
    [InlineData("--- \na: 1\n---\nb: 2", "map[a:1]")]
    [InlineData("%TAG ! tag:x,2000:\n---\n!y [a: 1, b]", "[map[a:1] b]")]
    [InlineData("\"x\\ty\\u00e9 \\\n  b\"", "x\tyé b")]
    [InlineData("# nothing", "<nil>")]
    [InlineData("\ufeffa:\n- b\n- c", "map[a:[b c]]")]
    [InlineData("\ufeff- a: b\n  c: d", "[map[a:b c:d]]")]
    [InlineData("a: \ufeffb\n\ufeffc: d", "map[a:\ufeffb \ufeffc:d]")]
    [InlineData("%YAML 01.1\n---\na", "a")]
    [InlineData("a: ! 1", "map[a:1]")]
    [InlineData("{}: x", "map[]")]
    [InlineData("'<<': {a: 1}\nb: 2", "map[<<:map[a:1] b:2]")]
    [InlineData("!!merge \"<<\": {a: 1}\nb: 2", "map[a:1 b:2]")]
    public void Reads_LikeYamlV2(string text, string expected) =>
        Assert.Equal(expected, Rendered.Output($"{{{{parseYAML {GoQuote.Quote(text)} | printf \"%v\"}}}}"));

    [Theory]
    [InlineData("a: [", "line 1: did not find expected node content")]
    [InlineData("a:\n\tb: 1", "line 2: found character that cannot start any token")]
    [InlineData("a: b: c", "mapping values are not allowed in this context")]
    [InlineData("{a: 1", "line 1: did not find expected ',' or '}'")]
    [InlineData("- a\nb: c", "line 1: did not find expected '-' indicator")]
    [InlineData("a: *x", "unknown anchor 'x' referenced")]
    [InlineData("a: 'x", "found unexpected end of stream")]
    [InlineData("? [c]\n: d", "invalid map key: []interface {}{\"c\"}")]
    [InlineData("!!int x", "cannot decode !!str `x` as a !!int")]
    [InlineData("\u0001", "control characters are not allowed")]
    [InlineData("a: &a [*a]", "anchor 'a' value contains itself")]
    [InlineData("<<: 1", "map merge requires map or sequence of maps as the value")]
    [InlineData("%YAML 1.1.2\n--- a", "did not find expected comment or line break")]
    [InlineData("%YAML 1.123\n--- a", "found extremely long version number")]
    [InlineData("%YAML 1\n--- a", "did not find expected digit or '.' character")]
    [InlineData("%YAML 1.x\n--- a", "did not find expected version number")]
    [InlineData("a: 1\n[]: x", "line 1: did not find expected key")]
    [InlineData("[}[@", "did not find expected node content")]
    [InlineData("a: 1\n{", "line 3: could not find expected ':'")]
    public void Refuses_WithTheWordsOfYamlV2(string text, string problem) =>
        Assert.EndsWith("yaml: " + problem, Rendered.Error($"{{{{parseYAML {GoQuote.Quote(text)}}}}}"), StringComparison.Ordinal);

    [Fact]
    public void Refuses_DocumentsThatAreMostlyAliases()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 8)
            .Select(static i => $"{(char)('b' + i)}: &{(char)('b' + i)} [*{(char)('a' + i)},*{(char)('a' + i)},*{(char)('a' + i)},*{(char)('a' + i)},*{(char)('a' + i)},*{(char)('a' + i)}]\n"));

        Assert.EndsWith("document contains excessive aliasing", Rendered.Error($"{{{{parseYAML {GoQuote.Quote(bomb)}}}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_DeepNesting() =>
        Assert.Contains("exceeded max depth", Rendered.Error($"{{{{parseYAML \"{new string('[', 20_000)}\"}}}}"), StringComparison.Ordinal);
}
