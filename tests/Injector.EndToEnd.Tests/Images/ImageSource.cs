namespace Injector.EndToEnd.Tests.Images;

/// <summary>Where an image's file system comes from.</summary>
public enum ImageSource
{
    /// <summary>Laid out around the published binary by <c>.ci/image-root</c>, as the Dockerfile does it.</summary>
    Layout,

    /// <summary>Unpacked by <c>make images</c> from the image that it built.</summary>
    Built,
}
