namespace Injector.TestKit.Network;

/// <summary>What a relay does with a new connection.</summary>
public enum RelayMood
{
    /// <summary>Everything passes in both directions.</summary>
    Pass,

    /// <summary>It is taken and what comes is read, but nothing is ever answered.</summary>
    Swallow,

    /// <summary>It is reset at once.</summary>
    Reset,
}
