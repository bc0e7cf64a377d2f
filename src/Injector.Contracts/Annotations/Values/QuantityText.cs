namespace Injector.Contracts.Annotations.Values;

/// <summary>Annotations that hold a Kubernetes quantity, or say that none is to be set.</summary>
public static class QuantityText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = "a Kubernetes quantity such as 250m or 64Mi; empty or none for not set";

    /// <summary>The word that unsets a quantity an outer default would set.</summary>
    public const string None = "none";

    /// <summary>Whether a text means that no quantity is to be set.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for empty and <see cref="None"/>.</returns>
    public static bool IsUnset(string text) => text.Length == 0 || text == None;
}
