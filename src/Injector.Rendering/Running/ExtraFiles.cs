using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;
using Injector.Rendering.Storage;
using Injector.Rendering.Templating;
using Injector.Templates;

namespace Injector.Rendering.Running;

/// <summary>The files templates write beside their destination, with <c>writeToFile</c>.</summary>
internal sealed class ExtraFiles
{
    private const int Octal = 8;
    private const int LargestMode = 0xFFF;

    private readonly IFileSystem _files;
    private readonly AccountNames _accounts;
    private readonly RenderingReport _report;

    public ExtraFiles(IFileSystem files, RenderingReport report)
    {
        _files = files;
        _accounts = new AccountNames(files);
        _report = report;
    }

    /// <summary>The files a template has asked for since the last call.</summary>
    public IEnumerable<PendingFile> Take(TemplateSlot slot)
    {
        var writes = slot.Writes;
        slot.Writes = [];
        foreach (var write in writes)
        {
            if (TargetOf(write) is { } target)
            {
                yield return new PendingFile(target, ContentOf(write));
            }
        }
    }

    private FileTarget? TargetOf(FileWrite write)
    {
        var user = write.User.Length == 0 ? null : _accounts.FindUser(write.User);
        var group = write.Group.Length == 0 ? null : _accounts.FindGroup(write.Group);
        if ((write.User.Length > 0 && user is null) || (write.Group.Length > 0 && group is null))
        {
            _report.Note(Catalogue.Publishing.UnknownAccount.For(write.Path, write.Path, user is null ? write.User : write.Group));
            return null;
        }

        return new FileTarget(write.Path)
        {
            Mode = ModeOf(write.Permissions),
            Owner = new FileOwner(user, group),
            Reach = FileReach.Anywhere,
        };
    }

    private ReadOnlyMemory<byte> ContentOf(FileWrite write)
    {
        if (write.Mode == FileWriteMode.Replace)
        {
            return write.Content;
        }

        try
        {
            var existing = _files.ReadFile(write.Path);
            return (byte[])[.. existing, .. write.Content.Span];
        }
        catch (FileOperationException)
        {
            return write.Content;
        }
    }

    private static int? ModeOf(string permissions)
    {
        var mode = 0;
        foreach (var digit in permissions)
        {
            if (digit is < '0' or > '7' || mode > LargestMode)
            {
                return null;
            }

            mode = (mode * Octal) + int.Parse([digit], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return permissions.Length > 0 && mode <= LargestMode ? mode : null;
    }
}
