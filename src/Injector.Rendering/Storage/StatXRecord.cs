using System.Runtime.InteropServices;

namespace Injector.Rendering.Storage;

/// <summary>The kernel's <c>struct statx</c>: unlike <c>struct stat</c> it is the same on every processor.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatXRecord
{
    private const int KindMask = 0xF000;

    [FieldOffset(20)]
    public uint UserId;

    [FieldOffset(24)]
    public uint GroupId;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(40)]
    public ulong Size;

    [FieldOffset(112)]
    public long ModifiedSeconds;

    [FieldOffset(120)]
    public uint ModifiedNanoseconds;

    public readonly FileFacts ToFacts() => new(
        (Mode & KindMask) switch
        {
            0x8000 => FileKind.File,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            _ => FileKind.Other,
        },
        Mode & 0xFFF,
        UserId,
        GroupId,
        (long)Size,
        DateTimeOffset.FromUnixTimeSeconds(ModifiedSeconds).AddTicks(ModifiedNanoseconds / TimeSpan.NanosecondsPerTick));
}
