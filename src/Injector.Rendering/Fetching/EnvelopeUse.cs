namespace Injector.Rendering.Fetching;

/// <summary>Whether an answer is kept whole for the agent's next process.</summary>
internal enum EnvelopeUse
{
    /// <summary>If it has a lease: fetching it again would make another one.</summary>
    KeptWithLease,

    /// <summary>Always: it was written, and writing again would do it again.</summary>
    Kept,
}
