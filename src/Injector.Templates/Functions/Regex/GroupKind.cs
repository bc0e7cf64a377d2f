namespace Injector.Templates.Functions.Regex;

/// <summary>What stands after <c>(?</c>.</summary>
internal enum GroupKind
{
    FlagsOnly,
    Plain,
    Named,
}
