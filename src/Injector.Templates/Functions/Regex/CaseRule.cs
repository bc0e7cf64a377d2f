namespace Injector.Templates.Functions.Regex;

/// <summary>Whether upper and lower case count as different.</summary>
internal enum CaseRule
{
    Exact,
    Fold,
}
