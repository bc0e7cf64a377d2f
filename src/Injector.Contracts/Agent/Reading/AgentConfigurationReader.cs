using System.Text;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Reads the agent's configuration from one or several documents, JSON or HCL by content, and reports all faults at once.</summary>
public static class AgentConfigurationReader
{
    /// <summary>Reads, merges and checks.</summary>
    /// <param name="documents">The documents in the order given on the command line.</param>
    /// <returns>The configuration and everything there is to say about it.</returns>
    public static ConfigurationResult Read(IReadOnlyList<ConfigurationText> documents)
    {
        var faults = new List<Diagnostic>();
        var roots = new List<ObjectNode>(documents.Count);
        foreach (var document in documents)
        {
            if (Parse(document, faults) is { } root)
            {
                roots.Add(root);
            }
        }

        if (faults.Count > 0 || roots.Count == 0)
        {
            return new ConfigurationResult(new AgentConfiguration(), faults);
        }

        var merged = new Section(DocumentMerge.Merge(roots), "configuration", null, faults);
        var configuration = RootSection.Read(merged);
        ConfigurationRules.Check(configuration, merged, faults);
        return new ConfigurationResult(configuration, faults);
    }

    private static ObjectNode? Parse(ConfigurationText document, List<Diagnostic> faults)
    {
        try
        {
            // Editors of other systems put a byte order mark in front.
            var text = document.Content.Span.StartsWith(Encoding.UTF8.Preamble) ? document with { Content = document.Content[Encoding.UTF8.Preamble.Length..] } : document;
            return IsJson(text.Content.Span) ? JsonConfigParser.Parse(text) : HclConfigParser.Parse(text);
        }
        catch (ConfigSyntaxException exception)
        {
            var place = document.Locate(exception.Offset);
            faults.Add(Catalogue.Agent.ConfigurationSyntax.For(place, place, exception.Reason));
            return null;
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> content)
    {
        var start = content.TrimStart(" \t\r\n"u8);
        return !start.IsEmpty && start[0] == (byte)'{';
    }
}
