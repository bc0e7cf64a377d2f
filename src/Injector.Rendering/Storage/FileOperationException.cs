using System.Globalization;

namespace Injector.Rendering.Storage;

/// <summary>The system refused a file operation.</summary>
public sealed class FileOperationException : IOException
{
    /// <summary>Describes a refused operation.</summary>
    /// <param name="operation">What was tried, as a verb: <c>write</c>, <c>rename</c>.</param>
    /// <param name="path">The path, as far as known.</param>
    /// <param name="errorNumber">The system's error number.</param>
    public FileOperationException(string operation, string path, int errorNumber)
        : base(string.Create(CultureInfo.InvariantCulture, $"cannot {operation} '{path}': {Errno.Describe(errorNumber)}"))
    {
        Operation = operation;
        Path = path;
        ErrorNumber = errorNumber;
    }

    /// <summary>What was tried.</summary>
    public string Operation { get; }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The system's error number.</summary>
    public int ErrorNumber { get; }

    /// <summary>The reason in kinds.</summary>
    public FileFault Fault => Errno.Classify(ErrorNumber);

    /// <summary>The reason in words.</summary>
    public string Reason => Errno.Describe(ErrorNumber);
}
