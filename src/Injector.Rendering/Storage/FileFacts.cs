namespace Injector.Rendering.Storage;

/// <summary>What the system knows about an entry of a folder.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">The twelve permission bits.</param>
/// <param name="UserId">Owner.</param>
/// <param name="GroupId">Group.</param>
/// <param name="Size">Bytes; of a link, the length of its target.</param>
/// <param name="Modified">Time of the last change of the content.</param>
public readonly record struct FileFacts(FileKind Kind, int Mode, uint UserId, uint GroupId, long Size, DateTimeOffset Modified);
