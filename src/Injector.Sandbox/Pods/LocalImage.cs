namespace Injector.Sandbox.Pods;

/// <summary>What this machine runs in place of a container image.</summary>
public sealed record LocalImage
{
    /// <summary>An image with this machine's programs and no entrypoint.</summary>
    public static LocalImage Host { get; } = new() { Base = ImageBase.Host };

    /// <summary>What the image is built on. Default: nothing.</summary>
    public ImageBase Base { get; init; } = ImageBase.Empty;

    /// <summary>Path in the container → file or folder on this machine. Read-only.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Path in the container → where a symbolic link leads to. For programs that look for files beside themselves.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>The image's ENTRYPOINT.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>The image's CMD.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The image's ENV.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The image's WORKDIR.</summary>
    public string WorkingDirectory { get; init; } = "/";

    /// <summary>The image's USER: the number of the user. Default: root.</summary>
    public long User { get; init; }

    /// <summary>The primary group of that user.</summary>
    public long Group { get; init; }
}
