using System.Globalization;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads the settings of cache, listener, template engine and telemetry.</summary>
internal static class EngineReader
{
    private static readonly string[] Parts = ["auto-auth", "caching", "proxying", "templating"];

    public static EngineOptions Read(AnnotationReader reader) => new()
    {
        CacheEnabled = reader.Boolean(CacheEnable),
        CacheUseAutoAuthToken = reader.Text(CacheUseAutoAuthToken),
        ListenerPort = ReadPort(reader),
        CacheExitOnError = reader.Boolean(CacheExitOnError),
        EnableQuit = reader.Boolean(EnableQuit),
        ExitOnRetryFailure = reader.Boolean(ExitOnRetryFailure),
        StaticSecretRenderInterval = reader.Text(StaticSecretRenderInterval),
        MaxConnectionsPerHost = reader.Integer(MaxConnectionsPerHost),
        LeaseRenewalThreshold = reader.Float(LeaseRenewalThreshold),
        DisableIdleConnections = ReadParts(reader, DisableIdleConnections),
        DisableKeepAlives = ReadParts(reader, DisableKeepAlives),
        Telemetry = IsReplaced(reader) ? null : TelemetryReader.Read(reader),
    };

    // What a ConfigMap replaces cannot be wrong in a way that matters.
    private static bool IsReplaced(AnnotationReader reader) => reader.Text(ConfigMap).Length > 0;

    private static string ReadPort(AnnotationReader reader)
    {
        reader.Annotations.TryGet(CacheListenerPort.Name, out var entry);
        if (!IsReplaced(reader) && (!ushort.TryParse(entry.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0))
        {
            reader.Report.DenyUnlessCompatible(Catalogue.Injection.InvalidValue.For(entry.Key, entry.Key, ShortValue.Of(entry.Text), "a port from 1 to 65535"));
        }

        return entry.Text;
    }

    private static IReadOnlyList<string> ReadParts(AnnotationReader reader, Contracts.Annotations.AnnotationDefinition definition)
    {
        if (!reader.Annotations.TryGet(definition.Name, out var entry))
        {
            return [];
        }

        var parts = ListText.Split(entry.Text);
        foreach (var part in parts.Where(part => !Parts.Contains(part)))
        {
            reader.Report.Warn(Catalogue.Injection.UnknownWord.For(entry.Key, entry.Key, ShortValue.Of(part), $"one of {string.Join(", ", Parts)}"));
        }

        return parts;
    }
}
