namespace Injector.Templates.Tests.Evaluation;

/// <summary>if, with, range, template and variables (5.2, 5.4, 5.5).</summary>
public sealed class ControlTests
{
    [Theory]
    [InlineData("{{if .t}}y{{else}}n{{end}}", "y")]
    [InlineData("{{if .nul}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if .missing}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if .empty}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if .zero}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if .el}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if .em}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if 0.0}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if 0i}}y{{else}}n{{end}}", "n")]
    [InlineData("{{if 1i}}y{{else}}n{{end}}", "y")]
    [InlineData("{{if \"false\"}}y{{end}}", "y")]
    [InlineData("{{if .nul}}1{{else if .t}}2{{else}}3{{end}}", "2")]
    [InlineData("{{if .nul}}1{{else if .nul}}2{{else}}3{{end}}", "3")]
    public void Chooses_ByTruth(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{with .m}}{{.k}}{{end}}", "v")]
    [InlineData("{{with .nul}}x{{else}}{{.s}}{{end}}", "text")]
    [InlineData("{{with .nul}}x{{else with .m}}{{.k}}{{end}}", "v")]
    [InlineData("{{with $x := .s}}{{.}}{{$x}}{{end}}", "texttext")]
    [InlineData("{{with .m}}{{$.s}}{{end}}", "text")]
    public void Moves_TheDot(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{range .l}}{{.}};{{end}}", "a;b;c;")]
    [InlineData("{{range $v := .l}}{{$v}}{{end}}", "abc")]
    [InlineData("{{range $i, $v := .l}}{{$i}}{{$v}}{{end}}", "0a1b2c")]
    [InlineData("{{range $k, $v := .m}}{{$k}}={{$v}};{{end}}", "k=v;k2=map[deep:1];")]
    [InlineData("{{range .el}}x{{else}}none{{end}}", "none")]
    [InlineData("{{range .nul}}x{{else}}none{{end}}", "none")]
    [InlineData("{{range 3}}{{.}}{{end}}", "012")]
    [InlineData("{{range $i := 3}}{{$i}}{{end}}", "012")]
    [InlineData("{{range 0}}x{{else}}none{{end}}", "none")]
    [InlineData("{{range -2}}x{{else}}none{{end}}", "none")]
    [InlineData("{{range .l}}{{if eq . \"b\"}}{{continue}}{{end}}{{.}}{{end}}", "ac")]
    [InlineData("{{range .l}}{{if eq . \"b\"}}{{break}}{{end}}{{.}}{{end}}", "a")]
    [InlineData("{{range .l}}{{range $.l}}{{if eq . \"b\"}}{{break}}{{end}}{{.}}{{end}}|{{end}}", "a|a|a|")]
    [InlineData("{{range .l}}{{with .}}{{continue}}{{end}}x{{end}}", "")]
    [InlineData("{{$n := 0}}{{range $n = .l}}{{end}}{{$n}}", "c")]
    [InlineData("{{$i := 0}}{{$v := 0}}{{range $i, $v = .l}}{{end}}{{$i}}{{$v}}", "2c")]
    [InlineData("{{$x := 1}}{{range $x = .el}}{{end}}{{$x}}", "[]")]
    [InlineData("{{$x := 1}}{{range $x, $x = .l}}{{$x}}{{end}}", "abc")]
    [InlineData("{{range $x, $x := .l}}{{$x}}{{end}}", "abc")]
    [InlineData("{{range $i, $v := .l}}{{$i = 9}}{{$i}}{{end}}", "999")]
    public void Walks_Lists(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{$x := 1}}{{if .t}}{{$x = 2}}{{end}}{{$x}}", "2")]
    [InlineData("{{$x := 1}}{{if .t}}{{$x := 2}}{{$x}}{{end}}{{$x}}", "21")]
    [InlineData("{{if $x := .s}}{{$x}}{{end}}", "text")]
    [InlineData("{{if $x := .nul}}{{else}}{{$x}}{{end}}", "<no value>")]
    [InlineData("{{$x := 1}}{{$x := 2}}{{$x}}", "2")]
    [InlineData("{{range .l}}{{$x := .}}{{$x}}{{end}}", "abc")]
    public void Scopes_Variables(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{define \"a\"}}[{{.}}]{{end}}{{template \"a\" .s}}{{template \"a\"}}", "[text][<no value>]")]
    [InlineData("{{define \"a\"}}{{$}}{{end}}{{template \"a\" 7}}", "7")]
    [InlineData("{{block \"a\" .s}}<{{.}}>{{end}}", "<text>")]
    [InlineData("{{define \"r\"}}{{if .}}{{len .}}{{template \"r\" (slice . 1)}}{{end}}{{end}}{{template \"r\" \"abc\"}}", "321")]
    [InlineData("{{template \"a\" $x := 3}}{{$x}}{{define \"a\"}}{{.}}{{end}}", "33")]
    [InlineData("{{define \"a\"}}{{range .}}{{.}}{{end}}{{end}}{{range .l}}{{template \"a\" $.l}}{{end}}", "abcabcabc")]
    public void Calls_Templates(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{template \"x\"}}", "template: :1:11: executing \"\" at <{{template \"x\"}}>: template \"x\" not defined")]
    [InlineData("{{range .s}}{{end}}", "template: :1:8: executing \"\" at <.s>: range can't iterate over text")]
    [InlineData("{{range 1.5}}{{end}}", "template: :1:8: executing \"\" at <1.5>: range can't iterate over 1.5")]
    [InlineData("{{range true}}{{end}}", "template: :1:8: executing \"\" at <true>: range can't iterate over true")]
    [InlineData("{{range $i, $v := 2}}{{end}}", "template: :1:18: executing \"\" at <2>: can't use 2 to iterate over more than one variable")]
    [InlineData("{{$y = 3}}", "template: :1:7: executing \"\" at <3>: undefined variable: $y")]
    [InlineData("{{and false ($x := 1)}}{{$x}}", "template: :1:25: executing \"\" at <$x>: undefined variable: $x")]
    [InlineData("{{define \"a\"}}{{.x.y}}{{end}}\n{{template \"a\" .s}}", "template: :1:18: executing \"a\" at <.x.y>: can't evaluate field x in type string")]
    public void Fails_WithPlaceAndCause(string template, string expected) => Assert.Equal(expected, Rendered.Error(template));
}
