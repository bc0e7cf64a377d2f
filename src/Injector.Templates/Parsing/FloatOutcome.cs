namespace Injector.Templates.Parsing;

/// <summary>What reading a floating point number gave.</summary>
internal enum FloatOutcome
{
    Number,
    BadSyntax,
    OutOfRange,
}
