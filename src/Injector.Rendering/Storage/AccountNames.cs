using System.Globalization;
using System.Text;

namespace Injector.Rendering.Storage;

/// <summary>Turns the users and groups of the configuration into numbers.</summary>
public sealed class AccountNames
{
    private const string Users = "/etc/passwd";
    private const string Groups = "/etc/group";

    private readonly IFileSystem _files;

    /// <summary>Names as the container knows them.</summary>
    public AccountNames(IFileSystem files) => _files = files;

    /// <summary>The number of a user; null when the name is not known.</summary>
    public uint? FindUser(string text) => Find(text, Users);

    /// <summary>The number of a group; null when the name is not known.</summary>
    public uint? FindGroup(string text) => Find(text, Groups);

    private uint? Find(string text, string path)
    {
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        try
        {
            foreach (var line in Encoding.UTF8.GetString(_files.ReadFile(path)).Split('\n'))
            {
                var fields = line.Split(':');
                if (fields.Length > 2 && fields[0] == text && uint.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out number))
                {
                    return number;
                }
            }
        }
        catch (FileOperationException)
        {
            // An image without accounts knows numbers only.
        }

        return null;
    }
}
