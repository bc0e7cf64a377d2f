namespace Injector.Sandbox.Vault;

/// <summary>How clients reach the server.</summary>
public enum SandboxTransport
{
    /// <summary>Plain HTTP.</summary>
    Http,

    /// <summary>HTTPS with a certificate made for this server.</summary>
    Https,
}
