using System.Text;

namespace Injector.Vault.Http;

/// <summary>Reads certificate files and says which one is at fault.</summary>
internal static class TlsFiles
{
    private const int MaxFileBytes = 1024 * 1024;

    public static string ReadText(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new TlsMaterialException($"the file {path} does not exist");
            }

            return file.Length > MaxFileBytes ? throw new TlsMaterialException($"the file {path} is too large for a certificate") : File.ReadAllText(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new TlsMaterialException($"the file {path} may not be read");
        }
    }

    public static string ReadFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new TlsMaterialException($"the folder {path} does not exist");
        }

        var text = new StringBuilder();
        try
        {
            foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            {
                text.Append(ReadText(file)).Append('\n');
            }
        }
        catch (UnauthorizedAccessException)
        {
            throw new TlsMaterialException($"the folder {path} may not be read");
        }

        return text.ToString();
    }
}
