namespace Injector.Templates.Checking;

/// <summary>How numbers in a case's data become values.</summary>
internal enum CaseNumbers
{
    /// <summary>As <c>json.Number</c>, with the text kept.</summary>
    Text,

    /// <summary>As <c>float64</c>.</summary>
    Float,

    /// <summary>As <c>int</c> where they are whole and fit, else as <c>float64</c>.</summary>
    Int,
}
