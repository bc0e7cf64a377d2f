using Injector.Templates.Checking;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Crypto;

namespace Injector.Templates.Tests.Functions;

/// <summary>Wrong types, empty texts, negative numbers and bytes that are not UTF-8.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("split \",\" \" a , b\" | toJSON", "[\"a \",\" b\"]")]
    [InlineData("split \"\" \"aé\" | toJSON", "[\"a\",\"é\"]")]
    [InlineData("splitToMap \",\" \":\" \" a : 1 , b , c:2:3 ,a:9\" | toJSON", "{\" c\":\"2:3 \",\"a\":\"9\",\"a \":\" 1 \"}")]
    [InlineData("replaceAll \"\" \"-\" \"aé\"", "-a-é-")]
    [InlineData("toUpper \"ı ſ ß ǆ\"", "I S ß Ǆ")]
    [InlineData("toLower \"İ ẞ\"", "i ß")]
    [InlineData("toTitle \"ﬁsh ß a..b a.b x:y o’neil\"", "Fish Ss A..B A.b X:y O’neil")]
    [InlineData("trim \"\\x80\" \"\\x80a\\xff\" | printf \"%x\"", "61")]
    [InlineData("indent 2 \"\\n\\na\"", "\n\n  a")]
    [InlineData("sprig_substr 1 -1 \"abc\"", "bc")]
    [InlineData("sprig_trunc -9 \"abc\"", "abc")]
    [InlineData("sprig_nospace \"é b\"", "Ã©b")]
    [InlineData("sprig_camelcase \"HTTPServer _x\"", "Httpserver X")]
    [InlineData("sprig_snakecase \"HTTP20xOK Bld4Floor\"", "http_20x_ok_bld4_floor")]
    [InlineData("sprig_wrap 5 \"aaaaaaaaaa b\"", "aaaaaaaaaa\nb")]
    [InlineData("sprig_default \"d\"", "d")]
    [InlineData("sprig_int \"08\"", "0")]
    [InlineData("sprig_int \"3.00\"", "3")]
    [InlineData("sprig_add 1 \"2\" 3.9 true nil", "7")]
    [InlineData("sprig_round -2.5 0", "-3")]
    [InlineData("sprig_divf 2 3", "0.6666666666666667")]
    [InlineData("sprig_untilStep 10 0 -3", "[10 7 4 1]")]
    [InlineData("sprig_rest (sprig_list) | toJSON", "null")]
    [InlineData("sprig_has 1 nil", "false")]
    [InlineData("sprig_b64dec \"YQ=a\"", "illegal base64 data at input byte 2")]
    [InlineData("sprig_b32dec \"x\"", "illegal base32 data at input byte 0")]
    [InlineData("sprig_mergeOverwrite (sprig_dict \"a\" (sprig_dict \"x\" 1)) (sprig_dict \"a\" (sprig_dict \"x\" \"\" \"y\" 2)) | toJSON", "{\"a\":{\"x\":\"\",\"y\":2}}")]
    [InlineData("sprig_merge (sprig_dict \"a\" 0 \"b\" (sprig_list)) (sprig_dict \"a\" 5 \"b\" (sprig_list 1)) | toJSON", "{\"a\":5,\"b\":[1]}")]
    [InlineData("sprig_clean \"/../a//b/./c/..\"", "/a/b")]
    [InlineData("sprig_dir \"a\"", ".")]
    [InlineData("sprig_urlParse \"http://u:p%40s@[::1]:80/a%20b?x#y\" | toJSON", "{\"fragment\":\"y\",\"host\":\"[::1]:80\",\"hostname\":\"::1\",\"opaque\":\"\",\"path\":\"/a b\",\"query\":\"x\",\"scheme\":\"http\",\"userinfo\":\"u:p%40s\"}")]
    [InlineData("sprig_semverCompare \">1.2.3\" \"1.3.0-rc1\"", "false")]
    [InlineData("sprig_semverCompare \">=1.2.3-0\" \"1.3.0-rc1\"", "true")]
    [InlineData("sprig_semverCompare \"1.2 - 1.4\" \"1.4.5\"", "true")]
    [InlineData("sprig_semverCompare \"^0.2.3\" \"0.3.0\"", "false")]
    [InlineData("sprig_duration 95", "0s")]
    [InlineData("sprig_durationRound \"2400h10m5s\"", "3mo")]
    [InlineData("sprig_toDate \"2006-01-02\" \"x\"", "0001-01-01 00:00:00 +0000 UTC")]
    [InlineData("sprig_toDate \"2006-01-02T15:04:05Z07:00\" \"2020-05-06T07:08:09.5+02:00\"", "2020-05-06 07:08:09.5 +0200 +0200")]
    [InlineData("(sprig_toDate \"2006-01-02\" \"2020-05-06\").Format \"Mon Jan _2 2006 15:04:05.000 PM MST 002\"", "Wed May  6 2020 00:00:00.000 AM UTC 127")]
    [InlineData("(sprig_toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Wednesday, 06-May-20 07:08:09 CET\").Unix", "1588748889")]
    [InlineData("range loop 2 \"4\"}}{{.}}{{end", "23")]
    [InlineData("divide -1 -9223372036854775808", "-9223372036854775808")]
    [InlineData("in (sprig_list 1) (parseInt \"1\")", "true")]
    [InlineData("toTOML (sprig_dict \"l\" (sprig_list (sprig_dict \"x\" 1) 5) \"a.b\" nil \"c d\" 1e21)", "\"c d\" = 1000000000000000000000.0\nl = [{x = 1}, 5]")]
    public void Gives_WhatTheOriginalGives(string call, string expected) => Assert.Equal(expected, Rendered.Output($"{{{{{call}}}}}"));

    [Theory]
    [InlineData("sprig_substr -1 9 \"abc\"", "runtime error: slice bounds out of range [:9] with length 3")]
    [InlineData("sprig_substr 5 9 \"abc\"", "runtime error: slice bounds out of range [5:3]")]
    [InlineData("sprig_repeat -1 \"a\"", "strings: negative Repeat count")]
    [InlineData("sprig_repeat 99999999999 \"a\"", "the text would be longer than the limit of 16777216 bytes")]
    [InlineData("sprig_until 99999999999", "the text would be longer than the limit of 16777216 bytes")]
    [InlineData("indent 99999999999 \"a\"", "the text would be longer than the limit of 16777216 bytes")]
    [InlineData("indent -1 \"a\"", "indent value must be a positive integer")]
    [InlineData("sprig_div 1 0", "runtime error: integer divide by zero")]
    [InlineData("sprig_divf 1 0", "decimal division by 0")]
    [InlineData("sprig_first nil", "runtime error: invalid memory address or nil pointer dereference")]
    [InlineData("sprig_push \"x\" 1", "Cannot push on type string")]
    [InlineData("sprig_slice (sprig_list 1) 1 5", "reflect.Value.Slice: slice index out of bounds")]
    [InlineData("sprig_concat \"x\"", "Cannot concat type string as list")]
    [InlineData("sprig_dig \"a\" \"b\" 1 (sprig_dict \"a\" \"s\")", "interface conversion: interface {} is string, not map[string]interface {}")]
    [InlineData("sprig_regexFind \"(\" \"a\"", "regexp: Compile(`(`): error parsing regexp: missing closing ): `(`")]
    [InlineData("sprig_mustRegexFind \"(\" \"a\"", "error calling sprig_mustRegexFind: error parsing regexp: missing closing ): `(`")]
    [InlineData("sprig_urlParse \"%zz\"", "unable to parse url: parse \"%zz\": invalid URL escape \"%zz\"")]
    [InlineData("sprig_urlJoin (sprig_dict \"host\" 5)", "unable to parse host key, must be of type string, but int found")]
    [InlineData("sprig_semver \"x\"", "Invalid Semantic Version")]
    [InlineData("sprig_semverCompare \"foo\" \"1\"", "improper constraint: foo")]
    [InlineData("sprig_mustToDate \"2006-01-02\" \"2020-02-30\"", "parsing time \"2020-02-30\": day out of range")]
    [InlineData("sprig_mustToDate \"2006-01-02\" \"x\"", "parsing time \"x\" as \"2006-01-02\": cannot parse \"x\" as \"2006\"")]
    [InlineData("sprig_mustDateModify \"5\" (sprig_toDate \"2006\" \"2020\")", "time: missing unit in duration \"5\"")]
    [InlineData("add (sprig_list 1) 1", "add: unknown type for ['\\x01'] ([]interface {})")]
    [InlineData("in (split \",\" \"a\") nil", "reflect: call of reflect.Value.Type on zero Value")]
    [InlineData("loop 1.5", "loop: bad argument type: float64")]
    [InlineData("parseFloat \"1e400\"", "parseFloat: strconv.ParseFloat: parsing \"1e400\": value out of range")]
    [InlineData("base64Decode \"YQ\"", "base64Decode: illegal base64 data at input byte 0")]
    [InlineData("explodeMap (sprig_dict \"a\" 1 \"a/b\" 2)", "explodeMap: not a map: \"a/b\": \"a\" already has value '\\x01'")]
    [InlineData("secret \"a%zz\"", "parse \"a%zz\": invalid URL escape \"%zz\"")]
    [InlineData("secret \"Àé%zz\"", "parse \"Àé%zz\": invalid URL escape \"%zz\"")]
    [InlineData("secret \"1:b/c\"", "parse \"1:b/c\": first path segment in URL cannot contain colon")]
    [InlineData("secret \"a\" \"b\"", "not k=v pair \"b\"")]
    [InlineData("\"x\" | writeToFile \"/f\" \"\" \"\" \"9\"", "strconv.ParseUint: parsing \"9\": invalid syntax")]
    [InlineData("toTOML (sprig_list nil)", "toTOML: toml: cannot encode array with nil element")]
    [InlineData("toTOML nil", "error calling toTOML: reflect: call of reflect.Value.Type on zero Value")]
    [InlineData("plugin \"date\"", "function is disabled: a template here may not run programs")]
    public void Fails_AsTheOriginalFails(string call, string problem) => Assert.EndsWith(problem, Rendered.Error($"{{{{{call}}}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{$d := sprig_dict}}{{$_ := sprig_set $d \"s\" (sprig_list $d)}}")]
    [InlineData("{{$d := sprig_dict}}{{$_ := sprig_merge $d (sprig_dict \"s\" $d)}}")]
    [InlineData("{{scratch.MapSet \"m\" \"a\" 1}}{{scratch.MapSet \"m\" \"self\" (scratch.Get \"m\")}}")]
    public void Refuses_MapsThatContainThemselves(string template) =>
        Assert.EndsWith("the map would contain itself", Rendered.Error(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{$l := sprig_list 1}}{{range loop 60}}{{$l = sprig_list $l $l}}{{end}}{{$m := sprig_list 1}}{{range loop 60}}{{$m = sprig_list $m $m}}{{end}}{{sprig_deepEqual $l $m}}", "true")]
    [InlineData("{{$l := sprig_list 1}}{{range loop 60}}{{$l = sprig_list $l $l}}{{end}}{{sprig_deepCopy $l | len}}", "2")]
    [InlineData("{{$l := sprig_dict \"x\" 1}}{{range loop 60}}{{$l = sprig_dict \"a\" $l \"b\" $l}}{{end}}{{sprig_merge $l (sprig_deepCopy $l) | len}}", "2")]
    public void Walks_RepeatedPartsOnce(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("toJSON")]
    [InlineData("toYAML")]
    [InlineData("toTOML")]
    public void Bounds_TextsOfValuesThatRepeatThemselves(string function) => Assert.Contains(
        "long",
        Rendered.Error($"{{{{$l := sprig_dict \"x\" 1}}}}{{{{range loop 60}}}}{{{{$l = sprig_dict \"a\" $l \"b\" $l}}}}{{{{end}}}}{{{{{function} $l}}}}"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("toJSON")]
    [InlineData("toYAML")]
    [InlineData("toTOML")]
    [InlineData("sprig_deepCopy")]
    [InlineData("sprig_deepEqual 1")]
    public void Survives_ListsThatNestWithoutEnd(string function)
    {
        var template = Template.Parse($"{{{{$l := sprig_list 1}}}}{{{{range loop 200000}}}}{{{{$l = sprig_list $l}}}}{{{{end}}}}{{{{$_ := {function} $l}}}}", TemplateOptions.Default).Template;

        Assert.NotNull(template?.Render(Rendered.Host()));
    }

    [Fact]
    public void Leaves_TheHostsMapsAlone()
    {
        var dot = Rendered.Dot(CaseNumbers.Int);
        var template = Template.Parse("{{$_ := sprig_set .m \"new\" 1}}{{$_ := mergeMap .m (sprig_dict \"q\" 1)}}{{scratch.Set \"m\" .m}}{{scratch.MapSet \"m\" \"x\" 1}}", TemplateOptions.Default).Template;

        var result = template?.Render(Rendered.Host(), dot);

        Assert.Null(result?.Error);
        Assert.Equal(GoPrint.Format("%v", Rendered.Dot(CaseNumbers.Int)), GoPrint.Format("%v", dot));
    }

    [Fact]
    public void Collects_FilesToWrite()
    {
        var result = Rendered.Result("{{\"key\" | writeToFile \"/k\" \"app\" \"\" \"0400\" \"append,newline\"}}", TemplateOptions.Default);

        var write = Assert.Single(result.Writes);
        Assert.Equal(("/k", "app", "", "0400", FileWriteMode.Append), (write.Path, write.User, write.Group, write.Permissions, write.Mode));
        Assert.Equal("key\n"u8.ToArray(), write.Content.ToArray());
    }

    [Theory]
    [InlineData("{{sprig_htpasswd \"u\" \"p\"}}")]
    [InlineData("{{sprig_encryptAES \"k\" \"text\"}}")]
    [InlineData("{{sprig_shuffle \"abcdefghij\"}}")]
    [InlineData("{{sprig_randInt 0 1000000}}")]
    public void Draws_TheSameAtEveryRendering(string template) => Assert.Equal(Rendered.Output(template), Rendered.Output(template));

    [Fact]
    public void Hashes_PasswordsAsBcryptDoes()
    {
        var salt = new byte[] { 0x14, 0x4B, 0x3D, 0x69, 0x1A, 0x7B, 0x4E, 0xCF, 0x39, 0xCF, 0x73, 0x5C, 0x7F, 0xA7, 0xA7, 0x9C };

        Assert.Equal("$2a$10$DCq7YPn5Rq63x1Lad4cll.V0vdjRdrDQEmmBzvVttZR3GSkemEOd.", Bcrypt.Hash("password"u8, salt));
    }

    [Fact]
    public void Asks_ForReadsWritesListsCertificatesAndFiles()
    {
        var result = Rendered.Result(
            "{{secret \" /a/b/ \"}}{{secret \"a?version=2\"}}{{secret \"w\" \" k = v \" \"\"}}{{secrets \"l/\"}}{{pkiCert \"p\" \"cn=x\"}}{{file \" /f \"}}{{secret}}{{secrets \"\"}}{{file \"\"}}",
            TemplateOptions.Default with { Destination = "/out" });

        Assert.Null(result.Error);
        Assert.Equal(
            ["file(/f)", "vault.list(l)", "vault.pki(p->/out)", "vault.read(a.v2)", "vault.read(a/b)", "vault.write(w -> 73fca1af)"],
            result.Missing.Select(dependency => dependency.Name).Order(StringComparer.Ordinal));
    }
}
