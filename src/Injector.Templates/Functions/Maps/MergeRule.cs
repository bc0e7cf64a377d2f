namespace Injector.Templates.Functions.Maps;

/// <summary>Which value stays when two maps have the same key.</summary>
internal enum MergeRule
{
    /// <summary>The target's, unless it is empty.</summary>
    Keep,

    /// <summary>The source's.</summary>
    Overwrite,
}
