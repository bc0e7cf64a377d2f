namespace Injector.Templates.Functions.Numbers;

/// <summary>Why a text is not a number.</summary>
internal enum NumberSyntax
{
    Valid,
    InvalidSyntax,
    OutOfRange,
}
