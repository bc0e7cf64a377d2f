using System.Text;
using System.Text.Json;
using Injector.Kube.Webhooks;

namespace Injector.Kube.Tests.Webhooks;

public sealed class CaBundleTests
{
    private const string Configuration = """
        {"metadata":{"resourceVersion":"7"},"webhooks":[{"clientConfig":{"caBundle":"YQ=="}},{"clientConfig":{}},{"clientConfig":{"caBundle":"!"}}]}
        """;

    [Fact]
    public void Reads_EachBundle()
    {
        using var document = JsonDocument.Parse(Configuration);

        Assert.Equal(["a", null, null], CaBundle.Read(document.RootElement));
    }

    [Fact]
    public void Patches_OnlyWhatIsWrongAndOnlyThisVersion()
    {
        using var document = JsonDocument.Parse(Configuration);

        var patch = Encoding.UTF8.GetString(CaBundle.Patch(document.RootElement, "a").Span);

        Assert.Equal(
            """[{"op":"test","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/webhooks/1/clientConfig/caBundle","value":"YQ=="},{"op":"add","path":"/webhooks/2/clientConfig/caBundle","value":"YQ=="}]""",
            patch);
    }

    [Fact]
    public void Patches_NothingWhenAllIsRight()
    {
        using var document = JsonDocument.Parse("""{"webhooks":[{"clientConfig":{"caBundle":"YQ=="}}]}""");

        Assert.True(CaBundle.Patch(document.RootElement, "a").IsEmpty);
    }
}
