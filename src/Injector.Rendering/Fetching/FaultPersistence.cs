namespace Injector.Rendering.Fetching;

/// <summary>Whether a failure can pass by itself.</summary>
internal enum FaultPersistence
{
    /// <summary>Time can heal it: network, load, a sealed server.</summary>
    Transient,

    /// <summary>Somebody has to act: a missing secret, a missing right, a wrong request.</summary>
    Lasting,
}
