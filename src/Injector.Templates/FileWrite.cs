namespace Injector.Templates;

/// <summary>A file that <c>writeToFile</c> asked for. The host writes it after the template has rendered completely.</summary>
/// <param name="Path">Where.</param>
/// <param name="User">Owner by name or number; empty for no change.</param>
/// <param name="Group">Group by name or number; empty for no change.</param>
/// <param name="Permissions">Octal text; empty for the default.</param>
/// <param name="Content">What.</param>
/// <param name="Mode">Whether the content replaces the file's or is added to it.</param>
public sealed record FileWrite(string Path, string User, string Group, string Permissions, ReadOnlyMemory<byte> Content, FileWriteMode Mode);
