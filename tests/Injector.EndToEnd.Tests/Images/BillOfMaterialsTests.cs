using System.Text.Json.Nodes;
using Injector.TestKit;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>The bills of materials that <c>make sbom</c> writes are CycloneDX, and name a licence for everything.</summary>
public sealed class BillOfMaterialsTests
{
    private static readonly string[] LinkedIn = ["glibc", "libgcc", "openssl", "zlib"];

    [Theory]
    [InlineData("Injector.Agent")]
    [InlineData("Injector.Webhook")]
    public async Task Bill_HasTheRequiredFieldsAndEveryLicence(string project)
    {
        Assert.SkipUnless(File.Exists(Repository.PathOf("artifacts", "obj", project, "project.assets.json")), $"'{project}' was not restored.");
        using var folder = new TemporaryFolder();

        var run = await CommandLine.RunAsync("env", ["-C", Repository.Root, "node", ".ci/sbom.mjs", folder.FullName, project], TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Error);
        var bill = JsonNode.Parse(await File.ReadAllTextAsync(folder.PathOf($"{project}.cdx.json"), TestContext.Current.CancellationToken));
        Assert.Equal("CycloneDX", $"{bill?["bomFormat"]}");
        Assert.Equal("1.6", $"{bill?["specVersion"]}");
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$", $"{bill?["serialNumber"]}");
        var components = bill?["components"] as JsonArray ?? [];
        Assert.All(components, static one => Assert.All(
            ["type", "name", "version", "bom-ref", "purl"],
            member => Assert.False(string.IsNullOrEmpty((string?)one?[member]), $"{one}: '{member}' is missing.")));
        Assert.All(components, static one => Assert.NotEqual("see package", $"{one?["licenses"]?[0]?["expression"]}"));
        Assert.Equal(components.Count, components.Select(static one => $"{one?["bom-ref"]}").Distinct().Count());
        Assert.Subset(components.Select(static one => $"{one?["name"]}").ToHashSet(), LinkedIn.ToHashSet());
    }
}
