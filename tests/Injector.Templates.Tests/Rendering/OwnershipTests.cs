using System.Text;
using System.Text.Json;
using Injector.Templates.Dependencies;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Rendering;

/// <summary>A template may change maps; what belongs to the host stays as it was.</summary>
public sealed class OwnershipTests
{
    [Theory]
    [InlineData("{{$d := (secret \"a\").Data}}{{$_ := sprig_set $d \"x\" 1}}{{(secret \"a\").Data.x}}", "1")]
    [InlineData("{{$d := (secret \"a\").Data.m}}{{$_ := sprig_unset $d \"k\"}}{{(secret \"a\").Data.m}}", "map[]")]
    [InlineData("{{$d := (secret \"a\").Data}}{{$_ := mergeMap $d (sprig_dict \"m\" (sprig_dict \"z\" 1))}}{{$d}}", "map[m:map[k:v z:1]]")]
    [InlineData("{{range $k, $v := (secret \"a\").Data}}{{$_ := sprig_set (secret \"a\").Data \"n\" 1}}{{$k}}{{end}}", "m")]
    public void Never_ChangesTheHostsValues(string template, string expected)
    {
        using var document = JsonDocument.Parse("""{"data": {"m": {"k": "v"}}}""");
        var secret = SecretValue.FromEnvelope(document.RootElement);
        var host = Rendered.Host();
        host.Add(new VaultRead("a"), secret);

        var result = Template.Parse(template, TemplateOptions.Default).Template?.Render(host);

        Assert.NotNull(result);
        Assert.Null(result.Error?.Message);
        Assert.Equal(expected, Encoding.UTF8.GetString(result.Output.Span));
        Assert.Equal("map[m:map[k:v]]", GoPrint.Format("%v", secret.Data));
    }
}
