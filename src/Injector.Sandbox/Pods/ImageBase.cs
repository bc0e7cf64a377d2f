namespace Injector.Sandbox.Pods;

/// <summary>What a local image holds besides its own files.</summary>
public enum ImageBase
{
    /// <summary>Nothing: as an image built <c>FROM scratch</c>.</summary>
    Empty,

    /// <summary>This machine's programs and libraries, read-only: as an image built on a distribution.</summary>
    Host,
}
