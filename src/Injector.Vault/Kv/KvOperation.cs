namespace Injector.Vault.Kv;

/// <summary>What a template wants from a path; decides between <c>data/</c> and <c>metadata/</c>.</summary>
public enum KvOperation
{
    /// <summary>A read or a write of the secret itself.</summary>
    Secret,

    /// <summary>A list of names.</summary>
    List,
}
