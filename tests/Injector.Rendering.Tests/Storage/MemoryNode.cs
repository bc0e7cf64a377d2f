using Injector.Rendering.Storage;

namespace Injector.Rendering.Tests.Storage;

internal sealed class MemoryNode
{
    public required FileKind Kind { get; init; }

    public byte[] Content { get; set; } = [];

    public string Target { get; init; } = "";

    public int Mode { get; set; }

    public FileOwner Owner { get; set; } = new(100, 1000);

    public SortedDictionary<string, MemoryNode> Entries { get; } = new(StringComparer.Ordinal);

    public static MemoryNode NewFolder() => new() { Kind = FileKind.Folder, Mode = 493 };
}
