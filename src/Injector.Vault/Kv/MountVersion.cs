namespace Injector.Vault.Kv;

/// <summary>How the paths of a mount are written.</summary>
public enum MountVersion
{
    /// <summary>Paths go to the server as they are: KV version 1 and every other engine.</summary>
    Plain,

    /// <summary>KV version 2: <c>data/</c> and <c>metadata/</c> stand between mount and secret.</summary>
    KvVersion2,
}
