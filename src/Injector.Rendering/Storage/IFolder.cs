namespace Injector.Rendering.Storage;

/// <summary>
/// One open folder. Every operation works on an entry directly below it and follows no link, so that nobody who can write in the
/// volume can lead a write out of it, not even between two operations.
/// </summary>
/// <remarks>All members throw <see cref="FileOperationException"/> when the system refuses.</remarks>
public interface IFolder : IDisposable
{
    /// <summary>The facts about an entry, of the link itself when it is one; null when there is none.</summary>
    FileFacts? Look(string name);

    /// <summary>Opens a folder below this one; null when there is none. A link or a file of that name is refused.</summary>
    IFolder? OpenFolder(string name);

    /// <summary>Makes a folder with this mode, whatever the umask, and opens it. An existing entry is refused.</summary>
    IFolder MakeFolder(string name, int mode);

    /// <summary>The whole content of a regular file.</summary>
    byte[] ReadFile(string name);

    /// <summary>The target of a link.</summary>
    string ReadLink(string name);

    /// <summary>Writes a file that does not exist yet, makes it durable and gives it its owner and mode.</summary>
    void WriteFile(string name, ReadOnlySpan<byte> content, FileRights rights);

    /// <summary>Makes a symbolic link that does not exist yet.</summary>
    void MakeLink(string name, string target);

    /// <summary>Gives a file a second name in another folder of the same volume (a hard link).</summary>
    void ShareFile(string name, IFolder other, string otherName);

    /// <summary>Renames an entry; an entry of the new name is replaced in one step.</summary>
    void Rename(string from, string to);

    /// <summary>Changes the mode of a file.</summary>
    void SetMode(string name, int mode);

    /// <summary>Changes the owner of a file.</summary>
    void SetOwner(string name, FileOwner owner);

    /// <summary>Removes a file or link.</summary>
    void RemoveFile(string name);

    /// <summary>Removes an empty folder.</summary>
    void RemoveFolder(string name);

    /// <summary>The names of all entries, in no order.</summary>
    IReadOnlyList<string> List();
}
