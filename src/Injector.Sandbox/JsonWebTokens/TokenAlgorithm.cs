namespace Injector.Sandbox.JsonWebTokens;

/// <summary>How a JSON Web Token is signed.</summary>
public enum TokenAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256. Keys are made in no time.</summary>
    ES256,

    /// <summary>RSA with SHA-256, what most clusters use.</summary>
    RS256,
}
