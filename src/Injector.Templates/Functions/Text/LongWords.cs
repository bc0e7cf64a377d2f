namespace Injector.Templates.Functions.Text;

/// <summary>What to do with a word that is longer than a line.</summary>
internal enum LongWords
{
    Keep,
    Break,
}
