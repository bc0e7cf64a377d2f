using System.Security.Cryptography;
using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Storage;

namespace Injector.Rendering.HandOver;

/// <summary>
/// The file through which a process of the agent leaves token, leases and content hashes to the next one: from the init container to the
/// sidecar, and over a restart. It stands in a memory volume no app container mounts, readable by its owner only.
/// </summary>
public sealed class HandOverStore
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "agent-state.json";

    /// <summary>Largest file that is read: a damaged or foreign file must not take the process's memory.</summary>
    public const int Limit = 16 * 1024 * 1024;

    private const string NewName = FileName + ".new";
    private const int PrivateMode = 0b110_000_000;

    private readonly IFileSystem _files;
    private readonly string _folder;

    /// <summary>A store in a folder.</summary>
    /// <param name="files">The file system.</param>
    /// <param name="folder">Absolute path of the folder.</param>
    public HandOverStore(IFileSystem files, string folder)
    {
        _files = files;
        _folder = folder;
    }

    /// <summary>Reads what an earlier process left; null when there is nothing that can be used.</summary>
    /// <param name="notice">Why what is there cannot be used; null: it can, or nothing is there.</param>
    public HandOverState? Load(out Diagnostic? notice)
    {
        notice = null;
        try
        {
            using var folder = _files.Open(_folder);
            if (folder?.Look(FileName) is not { } facts)
            {
                return null;
            }

            if (facts is not { Kind: FileKind.File, Size: <= Limit })
            {
                notice = Unusable("it is no file of the agent");
                return null;
            }

            var content = folder.ReadFile(FileName);
            try
            {
                var state = HandOverReader.Read(content);
                notice = state is null ? Unusable("it has another form") : null;
                return state;
            }
            finally
            {
                CryptographicOperations.ZeroMemory(content);
            }
        }
        catch (FileOperationException fault)
        {
            notice = Unusable(fault.Reason);
            return null;
        }
        catch (JsonException)
        {
            notice = Unusable("it has another form");
            return null;
        }
    }

    private Diagnostic Unusable(string reason) => Catalogue.Publishing.HandOverUnusable.For(_folder, _folder, reason);

    /// <summary>Replaces the file; null when that succeeded.</summary>
    public Diagnostic? Save(HandOverState state)
    {
        var content = HandOverWriter.Write(state);
        try
        {
            using var folder = _files.Make(_folder);
            if (folder.Look(NewName) is not null)
            {
                folder.RemoveFile(NewName);
            }

            folder.WriteFile(NewName, content.WrittenSpan, new FileRights(PrivateMode, default, default));
            folder.Rename(NewName, FileName);
            return null;
        }
        catch (FileOperationException fault)
        {
            return Catalogue.Publishing.HandOverFailed.For(_folder, _folder, fault.Reason);
        }
        finally
        {
            content.Clear();
        }
    }

    /// <summary>Removes the file: its token was revoked.</summary>
    public void Remove()
    {
        try
        {
            using var folder = _files.Open(_folder);
            if (folder?.Look(FileName) is not null)
            {
                folder.RemoveFile(FileName);
            }
        }
        catch (FileOperationException)
        {
            // The volume ends with the pod, and the token in it is dead.
        }
    }
}
