namespace Injector.Templates.Functions.Text;

/// <summary>What a run of similar code points is when a name is cut into words.</summary>
internal enum WordKind
{
    None,
    Number,
    UpperCase,
    Alphabet,
    Connector,
    Punctuation,
    Other,
}
