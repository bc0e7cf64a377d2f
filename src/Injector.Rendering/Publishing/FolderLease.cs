using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>The folder a walk has reached. Closes what the walk opened, never the folder it began with.</summary>
internal sealed class FolderLease : IDisposable
{
    private IFolder? _owned;

    public FolderLease(IFolder start) => Folder = start;

    public IFolder Folder { get; private set; }

    public void Advance(IFolder next)
    {
        _owned?.Dispose();
        _owned = next;
        Folder = next;
    }

    public void Dispose() => _owned?.Dispose();
}
