namespace Injector.Vault.Http;

/// <summary>A certificate or key file cannot be used.</summary>
internal sealed class TlsMaterialException(string reason) : IOException(reason)
{
    public string Reason { get; } = reason;
}
