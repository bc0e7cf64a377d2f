using System.Text;
using Injector.Contracts.Agent.Reading;

namespace Injector.Contracts.Tests.Agent.Reading;

internal static class Documents
{
    public const string Login = """ "auto_auth": {"method": {"type": "kubernetes", "config": {"role": "app"} }, "sink": [{"type": "file", "config": {"path": "/home/vault/.vault-token"} }]} """;

    public static ConfigurationResult Read(params string[] texts) =>
        AgentConfigurationReader.Read([.. texts.Select((text, i) => new ConfigurationText($"c{i}", Encoding.UTF8.GetBytes(text)))]);

    public static ConfigurationResult ReadGood(params string[] texts)
    {
        var result = Read(texts);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    public static IEnumerable<string> Faults(params string[] texts) => Read(texts).Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Subject}");
}
