namespace Injector.Rendering.Storage;

/// <summary>Mode and owner of a file that is written.</summary>
/// <param name="Mode">The twelve permission bits, given exactly: no umask applies.</param>
/// <param name="Owner">Wanted owner: when it cannot be given, writing fails.</param>
/// <param name="PreferredOwner">Owner of the replaced file: kept when the process may do so.</param>
public readonly record struct FileRights(int Mode, FileOwner Owner, FileOwner PreferredOwner);
