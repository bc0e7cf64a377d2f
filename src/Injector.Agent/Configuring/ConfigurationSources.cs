using Injector.Contracts.Agent.Reading;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Configuring;

/// <summary>Finds the configuration: files and folders of <c>-config</c>, or else the variable.</summary>
internal static class ConfigurationSources
{
    /// <summary>Base64 of a JSON document.</summary>
    public const string Variable = "VAULT_CONFIG";

    private const int MaxFileBytes = 4 * 1024 * 1024;

    /// <returns>The result of reading; null when nothing could be read, with the reasons.</returns>
    public static (ConfigurationResult? Result, IReadOnlyList<Diagnostic> Faults) Load(IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> environment)
    {
        var faults = new List<Diagnostic>();
        var texts = new List<ConfigurationText>();
        if (paths.Count > 0)
        {
            foreach (var path in paths)
            {
                ReadPath(path, texts, faults);
            }
        }
        else if (environment.TryGetValue(Variable, out var value) && value.Length > 0)
        {
            ReadVariable(value, texts, faults);
        }

        if (texts.Count == 0 && faults.Count == 0)
        {
            faults.Add(Catalogue.Agent.ConfigurationMissing.For("-config"));
        }

        return faults.Count > 0 ? (null, faults) : (AgentConfigurationReader.Read(texts), []);
    }

    private static void ReadVariable(string value, List<ConfigurationText> texts, List<Diagnostic> faults)
    {
        try
        {
            texts.Add(new ConfigurationText(Variable, Convert.FromBase64String(value)));
        }
        catch (FormatException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(Variable, Variable, "is not base64"));
        }
    }

    private static void ReadPath(string path, List<ConfigurationText> texts, List<Diagnostic> faults)
    {
        if (path.Length == 0)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For("-config", path, "does not exist"));
            return;
        }

        try
        {
            if (Directory.Exists(path))
            {
                // Sorted by name, so that the result does not depend on the file system.
                foreach (var file in Directory.EnumerateFiles(path).Where(IsConfiguration).Order(StringComparer.Ordinal).ToArray())
                {
                    ReadPath(file, texts, faults);
                }
            }
            else
            {
                texts.Add(ReadFile(path));
            }
        }
        catch (FileNotFoundException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "does not exist"));
        }
        catch (DirectoryNotFoundException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "does not exist"));
        }
        catch (IOException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "cannot be read, or is larger than a configuration can be"));
        }
        catch (UnauthorizedAccessException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "may not be read by this user"));
        }
    }

    private static bool IsConfiguration(string file)
    {
        var name = Path.GetFileName(file);
        var isBackup = name.StartsWith('.') || name.StartsWith('#') || name.EndsWith('~');
        return !isBackup && (name.EndsWith(".hcl", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal));
    }

    private static ConfigurationText ReadFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        using var content = new MemoryStream();
        Span<byte> part = stackalloc byte[4096];

        // A pipe does not know its length.
        while (file.Read(part) is > 0 and var read)
        {
            content.Write(part[..read]);
            if (content.Length > MaxFileBytes)
            {
                throw new IOException($"'{path}' is too large.");
            }
        }

        return new ConfigurationText(path, content.ToArray());
    }
}
