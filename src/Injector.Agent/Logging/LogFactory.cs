using Injector.Agent.CommandLine;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;

namespace Injector.Agent.Logging;

/// <summary>Chooses level, format and outputs: flag beats variable beats document.</summary>
internal static class LogFactory
{
    public const string LevelVariable = "VAULT_LOG_LEVEL";
    public const string FormatVariable = "VAULT_LOG_FORMAT";

    public static EventLogWriter Create(AgentCommandLine line, AgentConfiguration configuration, IReadOnlyDictionary<string, string> environment, List<Diagnostic> faults)
    {
        var level = LevelOf(line, configuration, environment);
        if (level is null && OriginOf(line.LogLevel, "-log-level", LevelVariable, environment) is { } origin)
        {
            faults.Add(Catalogue.Agent.UnknownChoice.For(origin, origin, "log level", LevelWord(line, configuration, environment), "trace, debug, info, warn, error"));
        }

        var word = First(line.LogFormat, environment.GetValueOrDefault(FormatVariable), configuration.LogFormat) ?? "standard";
        var format = word.ToLowerInvariant() switch
        {
            "json" => LogFormat.Json,
            "standard" or "std" => LogFormat.Standard,
            _ => (LogFormat?)null,
        };
        if (format is null && OriginOf(line.LogFormat, "-log-format", FormatVariable, environment) is { } source)
        {
            faults.Add(Catalogue.Agent.UnknownChoice.For(source, source, "log format", word, "standard, json"));
        }

        var outputs = new List<Stream> { line.CombineLogs ? Console.OpenStandardOutput() : Console.OpenStandardError() };
        if (First(line.LogFile, configuration.LogFile) is { } path)
        {
            if (OpenFile(path, LogFileRotation.Of(line.LogFileSettings, configuration.LogFileSettings)) is { } file)
            {
                outputs.Add(file);
            }
            else
            {
                faults.Add(Catalogue.Agent.LogFileNotWritable.For(path, path));
            }
        }

        return new EventLogWriter(outputs, format ?? LogFormat.Standard, level ?? EventLevel.Info, TimeProvider.System);
    }

    /// <returns>Null when the word is not known.</returns>
    public static EventLevel? LevelOf(AgentCommandLine line, AgentConfiguration configuration, IReadOnlyDictionary<string, string> environment) =>
        LogLevels.Parse(LevelWord(line, configuration, environment));

    // A wrong word of the document was already reported with its place.
    private static string? OriginOf(string? flag, string flagName, string variable, IReadOnlyDictionary<string, string> environment) => (flag, environment.GetValueOrDefault(variable)) switch
    {
        ({ Length: > 0 }, _) => flagName,
        (_, { Length: > 0 }) => variable,
        _ => null,
    };

    private static string LevelWord(AgentCommandLine line, AgentConfiguration configuration, IReadOnlyDictionary<string, string> environment) =>
        First(line.LogLevel, environment.GetValueOrDefault(LevelVariable), configuration.LogLevel) ?? "info";

    private static RotatingLogFile? OpenFile(string path, LogFileRotation rotation)
    {
        try
        {
            return new RotatingLogFile(path, rotation, TimeProvider.System);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? First(params ReadOnlySpan<string?> words)
    {
        foreach (var word in words)
        {
            if (!string.IsNullOrEmpty(word))
            {
                return word;
            }
        }

        return null;
    }
}
