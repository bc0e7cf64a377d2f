namespace Injector.Rendering.Storage;

/// <summary>Where folders come from: the kernel's file system, or a fake of it.</summary>
public interface IFileSystem
{
    /// <summary>Opens a folder by its absolute path. The path comes from the configuration and may contain links.</summary>
    /// <param name="path">Absolute path.</param>
    /// <returns>The open folder, or null when it does not exist.</returns>
    /// <exception cref="FileOperationException">The path exists but is not a folder that can be opened.</exception>
    IFolder? Open(string path);

    /// <summary>Opens a folder and makes it and its parents, mode 0755, when they are missing.</summary>
    /// <param name="path">Absolute path.</param>
    /// <returns>The open folder.</returns>
    /// <exception cref="FileOperationException">The folder can be neither opened nor made.</exception>
    IFolder Make(string path);

    /// <summary>The whole content of a file; links are followed.</summary>
    /// <param name="path">Absolute path.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="FileOperationException">It cannot be read.</exception>
    byte[] ReadFile(string path);
}
