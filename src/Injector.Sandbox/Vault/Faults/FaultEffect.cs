namespace Injector.Sandbox.Vault.Faults;

/// <summary>What happens to a request that a fault rule catches.</summary>
public abstract record FaultEffect
{
    private FaultEffect()
    {
    }

    /// <summary>It is answered as usual; for rules that only add latency.</summary>
    public sealed record Proceed : FaultEffect;

    /// <summary>It is answered with a status and does not reach the server.</summary>
    /// <param name="Code">The status code.</param>
    /// <param name="Errors">The texts of the JSON body.</param>
    public sealed record Status(int Code, params IReadOnlyList<string> Errors) : FaultEffect
    {
        /// <summary>The <c>Retry-After</c> header in seconds; null: none.</summary>
        public int? RetryAfter { get; init; }
    }

    /// <summary>It is answered with a body that is not JSON, as load balancers do.</summary>
    /// <param name="Code">The status code.</param>
    /// <param name="Body">The text.</param>
    public sealed record PlainText(int Code, string Body) : FaultEffect;

    /// <summary>It is sent elsewhere.</summary>
    /// <param name="Code">301, 302, 307 or 308.</param>
    /// <param name="Target">Scheme, host and port; path and query stay.</param>
    public sealed record Redirect(int Code, Uri Target) : FaultEffect;

    /// <summary>The connection is reset before anything is answered.</summary>
    public sealed record DropConnection : FaultEffect;

    /// <summary>Nothing is answered for as long as the client waits.</summary>
    public sealed record Stall : FaultEffect;

    /// <summary>The server does its work, but the connection is reset within the body.</summary>
    /// <param name="Bytes">How much of the body gets through.</param>
    public sealed record Truncate(int Bytes) : FaultEffect;

    /// <summary>The body grows by a field of this many bytes.</summary>
    /// <param name="Bytes">How much is added.</param>
    public sealed record Oversize(long Bytes) : FaultEffect;

    /// <summary>The body is sent in small pieces with pauses on the server's clock between them.</summary>
    /// <param name="Bytes">The size of a piece.</param>
    /// <param name="Pause">The time between two.</param>
    public sealed record Trickle(int Bytes, TimeSpan Pause) : FaultEffect;

    /// <summary>The body is gzip-coded.</summary>
    public sealed record Compress : FaultEffect;
}
