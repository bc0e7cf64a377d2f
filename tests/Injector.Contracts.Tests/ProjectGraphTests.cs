using System.Xml.Linq;

namespace Injector.Contracts.Tests;

/// <summary>The table of allowed project references: they point down only, and hosts never reference each other.</summary>
public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Injector.Contracts"] = [],
        ["Injector.Templates"] = ["Contracts"],
        ["Injector.Vault"] = ["Contracts"],
        ["Injector.Injection"] = ["Contracts", "Templates"],
        ["Injector.Rendering"] = ["Contracts", "Templates", "Vault"],
        ["Injector.Kube"] = ["Contracts"],
        ["Injector.Webhook"] = ["Injection", "Kube"],
        ["Injector.Agent"] = ["Rendering"],
        ["Injector.Sandbox"] = ["Contracts"],
        ["Injector.Cli"] = ["Injection", "Rendering", "Kube", "Sandbox"],
        ["Injector.TestKit"] = ["Sandbox"],
        ["Injector.EndToEnd.Tests"] = ["TestKit"],
    };

    public static TheoryData<string> Projects() => [.. Directory
        .EnumerateFiles(Root(), "*.csproj", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/artifacts/", StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OnlyWhatTheTableAllows(string project)
    {
        if (project == "Injector.Benchmarks")
        {
            return;
        }

        var allowed = Allowed.GetValueOrDefault(project) ?? [project["Injector.".Length..^".Tests".Length], "TestKit"];
        var file = Directory.EnumerateFiles(Root(), $"{project}.csproj", SearchOption.AllDirectories).Single();

        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Select(name => name["Injector.".Length..]);

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Solution_ListsEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Root(), "Injector.sln"));

        Assert.All(Projects(), row => Assert.Contains($"{row.Data}.csproj", solution, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Injector.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds Injector.sln.");
        }

        return folder.FullName;
    }
}
