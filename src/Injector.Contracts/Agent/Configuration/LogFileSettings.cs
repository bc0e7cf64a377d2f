namespace Injector.Contracts.Agent.Configuration;

/// <summary>When the log file is put aside for a new one. Null members: as the reference does.</summary>
public sealed record LogFileSettings
{
    /// <summary><c>log_rotate_bytes</c>: the size after which; null or 0: no limit.</summary>
    public long? RotateBytes { get; init; }

    /// <summary><c>log_rotate_duration</c>: the age after which, as text; null: 24 h.</summary>
    public string? RotateDuration { get; init; }

    /// <summary><c>log_rotate_max_files</c>: how many old files are kept; null or 0: all, negative: none.</summary>
    public int? MaxFiles { get; init; }
}
