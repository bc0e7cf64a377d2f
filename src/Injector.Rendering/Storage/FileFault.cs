namespace Injector.Rendering.Storage;

/// <summary>Why the system refused a file operation, as far as a person has to do different things about it.</summary>
public enum FileFault
{
    /// <summary>Anything else; the error number tells.</summary>
    Other,

    /// <summary>The volume or the quota is used up.</summary>
    NoSpace,

    /// <summary>The process has no right to do this.</summary>
    Denied,

    /// <summary>The file system is mounted read-only.</summary>
    ReadOnly,

    /// <summary>A part of the path does not exist.</summary>
    Missing,

    /// <summary>An entry of that name exists already.</summary>
    Exists,

    /// <summary>A link, or something that is no folder, stands where a folder must be; or a folder where a file must be.</summary>
    InTheWay,
}
