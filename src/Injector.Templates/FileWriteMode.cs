namespace Injector.Templates;

/// <summary>How <see cref="FileWrite"/> treats an existing file.</summary>
public enum FileWriteMode
{
    /// <summary>The content becomes the file.</summary>
    Replace,

    /// <summary>The content is added at the end.</summary>
    Append,
}
