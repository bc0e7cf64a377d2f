using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login.Methods;

/// <summary>
/// A credential file that may be meant for one reading: its last good content is kept when the file is gone, and it is removed after reading when
/// asked for. A volume that does not allow that is no error: projected volumes never do.
/// </summary>
internal sealed class RemovableFile(string path, FileRemoval removal, IEventLog log)
{
    private SecretText? _last;

    public string Path => path;

    /// <returns>The content, or why there is none.</returns>
    public (SecretText? Text, Diagnostic? Failure) Read()
    {
        var (text, failure) = CredentialFile.Read(path);
        if (text is null)
        {
            return _last is null ? (null, failure) : (_last, null);
        }

        _last = text;
        Remove();
        return (text, null);
    }

    /// <summary>Whether the file holds something that was not read yet.</summary>
    public bool HasNews() => CredentialFile.Read(path).Text is { } text && !text.Equals(_last);

    private void Remove()
    {
        if (removal == FileRemoval.Keep)
        {
            return;
        }

        try
        {
            var target = removal == FileRemoval.RemoveTarget ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;
            File.Delete(target ?? path);
        }
        catch (IOException)
        {
            log.Write(EventLevel.Warn, "auth.file", "credential file cannot be removed after reading", new EventField("path", path));
        }
        catch (UnauthorizedAccessException)
        {
            log.Write(EventLevel.Warn, "auth.file", "credential file cannot be removed after reading", new EventField("path", path));
        }
    }
}
