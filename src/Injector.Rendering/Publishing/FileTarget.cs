using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Where and how one file is published.</summary>
/// <param name="Destination">Absolute path.</param>
public sealed record FileTarget(string Destination)
{
    /// <summary>Mode of a file that is new and has no other wish.</summary>
    public const int DefaultMode = 0b110_100_100;

    /// <summary>Wanted mode; null: the existing file's, else <see cref="DefaultMode"/>.</summary>
    public int? Mode { get; init; }

    /// <summary>Wanted owner; unchanged sides follow the existing file where possible.</summary>
    public FileOwner Owner { get; init; }

    /// <summary>What to do when the folder does not exist.</summary>
    public MissingParents MissingParents { get; init; }

    /// <summary>Whether the file may lie outside of the known volumes.</summary>
    public FileReach Reach { get; init; }

    /// <summary>What to do with the replaced file.</summary>
    public PreviousFile PreviousFile { get; init; }
}
