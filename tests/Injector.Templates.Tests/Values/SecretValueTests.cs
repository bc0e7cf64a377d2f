using System.Text;
using System.Text.Json;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Values;

/// <summary>What templates see of an answer of Vault (9.1).</summary>
public sealed class SecretValueTests
{
    private const string Envelope = """
        {"request_id": "r1", "lease_id": "db/creds/x/1", "lease_duration": 3600, "renewable": true, "data": {"port": 5432.0, "user": "a\u00e9\n"},
         "warnings": ["w"], "auth": null, "wrap_info": null}
        """;

    [Theory]
    [InlineData("{{.RequestID}} {{.LeaseID}} {{.LeaseDuration}} {{.Renewable}} {{.Warnings}}", "r1 db/creds/x/1 3600 true [w]")]
    [InlineData("{{.Data.port}} {{.Data.user}}", "5432.0 aé\n")]
    [InlineData("{{printf \"%T %T %T\" . .LeaseDuration .Data.port}}", "*dependency.Secret int json.Number")]
    [InlineData("{{.}}", "{r1 db/creds/x/1 3600 true map[port:5432.0 user:aé\n] [w] <nil> <nil>}")]
    [InlineData("{{print .}}", "&{r1 db/creds/x/1 3600 true map[port:5432.0 user:aé\n] [w] <nil> <nil>}")]
    [InlineData("{{html .}}", "{r1 db/creds/x/1 3600 true map[port:5432.0 user:aé\n] [w] &lt;nil&gt; &lt;nil&gt;}")]
    [InlineData("{{js 1 . .WrapInfo}}", "1 {r1 db/creds/x/1 3600 true map[port:5432.0 user:aé\\u000A] [w] \\u003Cnil\\u003E \\u003Cnil\\u003E} \\u003Cnil\\u003E")]
    [InlineData("{{if .Auth}}y{{else}}n{{end}}{{with .WrapInfo}}y{{else}}n{{end}}", "nn")]
    [InlineData("{{.Data.missing}}", "<no value>")]
    public void Shows_TheEnvelope(string template, string expected) => Assert.Equal(expected, Output(template, Envelope));

    [Theory]
    [InlineData("{{.Auth.ClientToken}}", "nil pointer evaluating *dependency.SecretAuth.ClientToken")]
    [InlineData("{{.Auth.Nope}}", "can't evaluate field Nope in type *dependency.SecretAuth")]
    [InlineData("{{.Nope}}", "can't evaluate field Nope in type *dependency.Secret")]
    [InlineData("{{range .Auth}}{{end}}", "range can't iterate over <nil>")]
    [InlineData("{{range .}}{{end}}", "range can't iterate over {r1 db/creds/x/1 3600 true map[port:5432.0 user:aé\n] [w] <nil> <nil>}")]
    [InlineData("{{.LeaseID 1}}", "LeaseID has arguments but cannot be invoked as function")]
    public void Fails_OnWhatIsNotThere(string template, string cause) =>
        Assert.EndsWith(cause, Render(template, Envelope).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void Shows_LoginAndWrapping()
    {
        const string Text = """
            {"auth": {"client_token": "t", "accessor": "a", "policies": ["p", "q"], "metadata": {"user": "u"}, "lease_duration": 60, "renewable": true},
             "wrap_info": {"token": "w", "ttl": 30, "creation_time": "c", "wrapped_accessor": "x"}}
            """;

        var output = Output(
            "{{with .Auth}}{{.ClientToken}} {{.Accessor}} {{.Policies}} {{.Metadata.user}} {{.LeaseDuration}} {{.Renewable}}{{end}} {{.WrapInfo.Token}} {{.WrapInfo.TTL}}",
            Text);

        Assert.Equal("t a [p q] u 60 true w 30", output);
    }

    [Fact]
    public void Has_EmptyDataWhenTheAnswerHasNone() => Assert.Equal("map[] [] ", Output("{{.Data}} {{.Warnings}} {{.LeaseID}}", "{}"));

    private static string Output(string template, string envelope)
    {
        var result = Render(template, envelope);
        Assert.Null(result.Error?.Message);
        return Encoding.UTF8.GetString(result.Output.Span);
    }

    private static RenderResult Render(string template, string envelope)
    {
        using var document = JsonDocument.Parse(envelope);
        var parsed = Template.Parse(template, TemplateOptions.Default).Template;
        Assert.NotNull(parsed);
        return parsed.Render(Rendered.Host(), SecretValue.FromEnvelope(document.RootElement));
    }
}
