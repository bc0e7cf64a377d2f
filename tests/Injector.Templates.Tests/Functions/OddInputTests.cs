namespace Injector.Templates.Tests.Functions;

/// <summary>Input that is almost right: cut off, of the wrong size, or of no use to the function.</summary>
public sealed class OddInputTests
{
    [Theory]
    [InlineData("tru", "invalid character ' ' in literal true (expecting 'e')")]
    [InlineData("-", "invalid character ' ' in numeric literal")]
    [InlineData("1.", "invalid character ' ' after decimal point in numeric literal")]
    [InlineData("1e+", "invalid character ' ' in exponent of numeric literal")]
    [InlineData("[1", "unexpected end of JSON input")]
    public void Names_WhereJsonTextEnds(string json, string expected) =>
        Assert.EndsWith("error calling parseJSON: " + expected, Rendered.Error($"{{{{parseJSON `{json}`}}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[ ? ]", "yaml: line 1: did not find expected ',' or ']'")]
    [InlineData("%a: 1", "yaml: found unexpected non-alphabetical character")]
    [InlineData("...", "yaml: did not find expected node content")]
    public void Rejects_YamlThatLibyamlRejects(string yaml, string expected) =>
        Assert.EndsWith("error calling parseYAML: " + expected, Rendered.Error($"{{{{parseYAML `{yaml}`}}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("sprig_mustDateModify `1µ` (sprig_toDate `2006-01-02` `2020-05-06`)", @"time: unknown unit ""\xc2\xb5"" in duration ""1\xc2\xb5""")]
    [InlineData("sprig_semverCompare `>1.2.3-01` `1`", "constraint Parser Error")]
    [InlineData("sprig_semverCompare `1 - 1.2.3.4` `1`", "improper constraint: >= 1, <= 1.2.3 .4")]
    [InlineData("sprig_semver `99999999999999999999`", "Error parsing version segment: strconv.ParseUint: parsing \"99999999999999999999\": value out of range")]
    [InlineData("sprig_toRawJson 1i", "json: unsupported type: complex128")]
    [InlineData("sprig_divf `NaN` 0", "Cannot create a Decimal from NaN")]
    [InlineData("sprig_deepCopy nil", "reflect: call of reflect.Value.Type on zero Value")]
    [InlineData("sprig_chunk -1 (sprig_list 1)", "runtime error: makeslice: len out of range")]
    [InlineData("executeTemplate \"\\xff\"", "template: no template \"\\xff\" associated with template \"\"")]
    [InlineData("sprig_regexFind \"\\xffé\" ``", "regexp: Compile(\"\\xffé\"): error parsing regexp: invalid UTF-8: `\ufffdé`")]
    [InlineData("sprig_decryptAES `k` `YWJj`", "runtime error: slice bounds out of range [:16] with capacity 3")]
    [InlineData("sprig_decryptAES `k` `YWI=`", "runtime error: slice bounds out of range [:16] with capacity 3")]
    [InlineData("sprig_semverCompare `1|` `1`", "constraint Parser Error")]
    [InlineData("sprig_semverCompare \"\\u00a01\" `1`", "improper constraint: \u00a01")]
    [InlineData("sprig_semverCompare `>> 1 - 2` `1`", "improper constraint: >>>= 1, <= 2 ")]
    [InlineData("sprig_mergeOverwrite (sprig_dict `a` (sprig_dict)) (sprig_dict `a` (parseYAML `b: 1`))", "reflect.Value.MapIndex: value of type interface {} is not assignable to type string")]
    [InlineData("index (parseYAML `a: 1`) .m", "runtime error: hash of unhashable type map[string]interface {}")]
    [InlineData("parseInt `99999999999999999999x`", "parseInt: strconv.ParseInt: parsing \"99999999999999999999x\": value out of range")]
    [InlineData("sprig_mustToDate `Z070000` `Z`", "parsing time \"Z\" as \"Z070000\": cannot parse \"Z\" as \"Z070000\"")]
    [InlineData("sprig_mustToDate `-0700` `x2500`", "parsing time \"x2500\": time zone offset hour out of range")]
    [InlineData("sprig_mustToDate `-0700` `x59ab`", "parsing time \"x59ab\": time zone offset hour out of range")]
    [InlineData("sprig_dig `nope` 1 `default` .m", "interface conversion: interface {} is int, not string")]
    [InlineData("range \"\\xe2\\x80\"}}{{end", "range can't iterate over \ufffd\ufffd")]
    [InlineData("toTOML 1i", "toTOML: unsupported type for key '': complex128")]
    [InlineData("toTOML (sprig_dict `a` (sprig_list (loop 3)))", "toTOML: unsupported type: chan")]
    [InlineData("scratch.values", "values is an unexported field of struct type *template.Scratch")]
    [InlineData("(sprig_semver `1`).major", "major is an unexported field of struct type *semver.Version")]
    [InlineData("(sprig_toDate `2006` `2020`).wall", "wall is an unexported field of struct type time.Time")]
    [InlineData("(sprig_semver `1`).Nope", "can't evaluate field Nope in type *semver.Version")]
    [InlineData("sprig_until -9223372036854775808", "the text would be longer than the limit of 16777216 bytes")]
    public void Explains_InTheWordsOfTheOriginal(string call, string expected) =>
        Assert.EndsWith(expected, Rendered.Error($"{{{{{call}}}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("sprig_merge nil nil | toJSON", "null")]
    [InlineData("sprig_merge nil nil .m | len", "2")]
    [InlineData("sprig_chunk -1 (sprig_list 1 2) | len", "0")]
    [InlineData("sprig_toDate `PM pm` `PM am`", "0000-01-01 12:00:00 +0000 UTC")]
    [InlineData("printf `%#v` (sprig_toDate `2006-01-02` `2020-05-06`)", "time.Date(2020, time.May, 6, 0, 0, 0, 0, time.Local)")]
    [InlineData("printf `%#v` (sprig_toDate `2006Z0700` `2020Z`)", "time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)")]
    [InlineData("eq (sprig_toDate `2006` `2020`) (sprig_toDate `2006-01` `2020-01`)", "true")]
    [InlineData("eq (sprig_toDate `2006` `2020`) (sprig_toDate `2006` `2021`)", "false")]
    [InlineData("printf `%#v` (sprig_toDate `2006 -0700` `2020 +0130`)", "time.Date(2020, time.January, 1, 0, 0, 0, 0, time.Location(\"\"))")]
    [InlineData("sprig_toDate `2006 MST` `2020 GMT+3`", "2020-01-01 03:00:00 +0300 GMT+3")]
    [InlineData("sprig_toDate `06` `-5`", "1995-01-01 00:00:00 +0000 UTC")]
    [InlineData("sprig_fromJson `[1, 1e400, 2]` | toJSON", "[1,null,2]")]
    [InlineData("sprig_semverCompare `^*` `0.0.3`", "false")]
    [InlineData("sprig_semverCompare `1 - 2 <3` `1.5.0`", "true")]
    [InlineData("sprig_merge (sprig_dict `a` (sprig_dict)) (sprig_dict `a` (sprig_dict `b` nil `c` 1)) | toJSON", "{\"a\":{\"c\":1}}")]
    [InlineData("(sprig_mergeOverwrite (sprig_dict `a` (parseYAML `b: 1`)) (sprig_dict `a` (sprig_dict `b` 2 `c` 3))).a", "map[b:2 c:3]")]
    [InlineData("sprig_mergeOverwrite (sprig_dict `a` 1) (sprig_dict `a` (sprig_dict `b` 2)) | toJSON", "{\"a\":{\"b\":2}}")]
    [InlineData("sprig_maxf (parseFloat `NaN`) (parseFloat `inf`)", "+Inf")]
    [InlineData("sprig_minf (parseFloat `-inf`) (parseFloat `NaN`)", "-Inf")]
    [InlineData("sprig_maxf 1 (parseFloat `NaN`)", "NaN")]
    [InlineData("sprig_camelcase ` -`", " --")]
    [InlineData("sprig_kebabcase \"a\\xff-B\\xffc\"", "a\ufffd-b\ufffdc")]
    public void Gives_WhatTheOriginalGives(string call, string expected) => Assert.Equal(expected, Rendered.Output($"{{{{{call}}}}}"));
}
