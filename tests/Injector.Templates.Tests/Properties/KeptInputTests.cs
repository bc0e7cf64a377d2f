using System.Text;

namespace Injector.Templates.Tests.Properties;

/// <summary>Inputs that the fuzzer found interesting: each is read and rendered, and nothing else happens.</summary>
public sealed class KeptInputTests
{
    private static readonly TemplateLimits Limits = new() { Iterations = 10_000, OutputBytes = 1 << 18, TemplateDepth = 2_000 };
    private static readonly string[] Slow = ["sprig_bcrypt", "sprig_htpasswd", "sprig_gen*", "sprig_buildCustomCert", "sprig_derivePassword"];

    [Fact]
    public void Ends_WithAResultOrAnError()
    {
        var host = Rendered.Host();
        var dot = Rendered.Dot(Injector.Templates.Checking.CaseNumbers.Int);
        var options = new TemplateOptions { Limits = Limits, DeniedFunctions = Slow };
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "corpus", "fuzz.txt")))
        {
            var parsed = Template.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(line)), options);
            var result = parsed.Template?.Render(host, dot);

            Assert.True(parsed.Errors.Count > 0 || result is not null, line);
        }
    }
}
