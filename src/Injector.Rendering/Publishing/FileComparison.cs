using System.Security.Cryptography;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>How a rendered file relates to what is on disk (rules W1 and W3).</summary>
internal readonly record struct FileComparison(FileChange Change, FileRights Rights)
{
    /// <summary>Compares with a file in an opened folder; <paramref name="facts"/> is null when there is no file.</summary>
    public static FileComparison Of(PendingFile file, FileFacts? facts, IFolder folder, string name)
    {
        if (facts is not { Kind: FileKind.File } existing)
        {
            return new FileComparison(FileChange.Content, new FileRights(file.Target.Mode ?? FileTarget.DefaultMode, file.Target.Owner, default));
        }

        var rights = new FileRights(
            file.Target.Mode ?? existing.Mode,
            file.Target.Owner,
            new FileOwner(existing.UserId, existing.GroupId));
        if (!SameBytes(file.Content.Span, existing, folder, name))
        {
            return new FileComparison(FileChange.Content, rights);
        }

        var rightsAreRight = rights.Mode == existing.Mode && rights.Owner.Matches(existing);
        return new FileComparison(rightsAreRight ? FileChange.None : FileChange.Rights, rights);
    }

    private static bool SameBytes(ReadOnlySpan<byte> content, FileFacts existing, IFolder folder, string name)
    {
        if (existing.Size != content.Length)
        {
            return false;
        }

        var bytes = folder.ReadFile(name);
        var same = content.SequenceEqual(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return same;
    }
}
