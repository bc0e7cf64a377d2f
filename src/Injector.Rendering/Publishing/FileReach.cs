namespace Injector.Rendering.Publishing;

/// <summary>Where a file may be published.</summary>
public enum FileReach
{
    /// <summary>In a known volume only: destinations of templates.</summary>
    Volumes,

    /// <summary>Anywhere the process may write: files a template writes itself with <c>writeToFile</c>.</summary>
    Anywhere,
}
