using System.Globalization;
using System.Text.Json.Nodes;
using Injector.TestKit.Agents;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The files an agent keeps: three files of two secrets, one of them long; what they hold tells their generation.</summary>
internal sealed class GoodFiles(AgentWorkplace workplace)
{
    private const int Copies = 1500;

    private static readonly string[] Names = ["password", "text", "other"];

    private volatile string[] _allowed = [];

    /// <summary>In every value; must not be seen anywhere but in the files.</summary>
    public string Marker { get; } = "marker" + Guid.NewGuid().ToString("N")[..8];

    private string Link => Path.Combine(workplace.Secrets, "..data");

    /// <summary>The folder of the published generation.</summary>
    public string? Published => new FileInfo(Link).LinkTarget;

    public void AddTemplates()
    {
        workplace.AddTemplate("password", """{{ with secret "kv/app" }}{{ .Data.data.password }}{{ end }}""");
        workplace.AddTemplate("text", """{{ with secret "kv/app" }}{{ .Data.data.text }}{{ end }}""");
        workplace.AddTemplate("other", """{{ with secret "kv/other" }}{{ .Data.data.password }}{{ end }}""");
    }

    /// <summary>Writes a generation to the server.</summary>
    public async Task WriteAsync(KubernetesVault vault, int generation, CancellationToken cancellationToken)
    {
        _allowed = [.. _allowed.TakeLast(2), Value(generation)];
        await vault.WriteSecretAsync("app", new JsonObject { ["password"] = Value(generation), ["text"] = Text(Value(generation)) }, cancellationToken);
        await vault.WriteSecretAsync("other", new JsonObject { ["password"] = Value(generation) }, cancellationToken);
    }

    /// <summary>Whether all files hold a generation.</summary>
    public bool Hold(int generation) => Array.TrueForAll(Names, name => Read(name) is { } content && content == Expected(name, Value(generation)));

    /// <summary>What is wrong with the files at this moment; null: each holds one of the last generations, whole.</summary>
    public string? Damage()
    {
        var allowed = _allowed;
        foreach (var name in Names)
        {
            var content = Read(name);
            if (content is null || !Array.Exists(allowed, value => Expected(name, value) == content))
            {
                return content is null ? $"'{name}' is missing" : $"'{name}' holds {content.Length} characters that are no generation";
            }
        }

        return null;
    }

    private string Value(int generation) => string.Create(CultureInfo.InvariantCulture, $"{Marker}-{generation}");

    private static string Text(string value) => string.Concat(Enumerable.Repeat(value + "\n", Copies));

    private static string Expected(string name, string value) => name == "text" ? Text(value) : value;

    private string? Read(string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(workplace.Secrets, name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }
}
