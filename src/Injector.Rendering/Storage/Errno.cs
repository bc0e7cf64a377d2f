using System.Globalization;

namespace Injector.Rendering.Storage;

/// <summary>Linux error numbers we tell apart. The texts are ours: framework texts are trimmed away in the agent.</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int TooManyArguments = 7;
    public const int NoProgram = 8;
    public const int NoChild = 10;
    public const int AccessDenied = 13;
    public const int Exists = 17;
    public const int NotAFolder = 20;
    public const int IsAFolder = 21;
    public const int Invalid = 22;
    public const int FileTooLarge = 27;
    public const int NoSpace = 28;
    public const int ReadOnly = 30;
    public const int NameTooLong = 36;
    public const int NotEmpty = 39;
    public const int Loop = 40;
    public const int IllegalText = 84;
    public const int Quota = 122;

    public static FileFault Classify(int number) => number switch
    {
        NoSpace or Quota => FileFault.NoSpace,
        NotPermitted or AccessDenied => FileFault.Denied,
        ReadOnly => FileFault.ReadOnly,
        NoEntry => FileFault.Missing,
        Exists => FileFault.Exists,
        NotAFolder or IsAFolder or Loop or NotEmpty => FileFault.InTheWay,
        _ => FileFault.Other,
    };

    public static string Describe(int number) => number switch
    {
        NotPermitted => "operation not permitted",
        NoEntry => "no such file or folder",
        TooManyArguments => "an argument, a variable or all of them are larger than the kernel allows",
        NoProgram => "it is no program of this system",
        AccessDenied => "permission denied",
        Exists => "it exists already",
        NotAFolder => "a part of the path is not a folder",
        IsAFolder => "it is a folder",
        FileTooLarge => "it is too large",
        NoSpace => "no space left on the volume",
        ReadOnly => "the file system is read-only",
        NameTooLong => "the name is too long",
        NotEmpty => "the folder is not empty",
        Loop => "a link stands in the way",
        IllegalText => "an argument or a variable holds a zero byte",
        Quota => "the quota is used up",
        _ => string.Create(CultureInfo.InvariantCulture, $"system error {number}"),
    };
}
