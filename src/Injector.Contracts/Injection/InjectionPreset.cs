namespace Injector.Contracts.Injection;

/// <summary>A set of defaults, chosen in one place.</summary>
public enum InjectionPreset
{
    /// <summary>Hardened and small: native sidecar where possible, own token projection, Pod Security "restricted". The default.</summary>
    Modern,

    /// <summary>The reference injector's defaults, so that every pod comes out as it did before.</summary>
    Compatible,

    /// <summary>As <see cref="Modern"/>, and annotations that would weaken it are denied.</summary>
    Restricted,
}
