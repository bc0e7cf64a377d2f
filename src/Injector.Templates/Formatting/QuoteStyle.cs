namespace Injector.Templates.Formatting;

/// <summary>Which characters a quoted text shows as they are.</summary>
internal enum QuoteStyle
{
    /// <summary>All printable ones.</summary>
    Printable,

    /// <summary>Printable ASCII only.</summary>
    Ascii,
}
