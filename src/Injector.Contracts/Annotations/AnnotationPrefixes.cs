namespace Injector.Contracts.Annotations;

/// <summary>The prefixes under which annotations are read. They are interchangeable; when several carry the same key, the first in this list wins.</summary>
public static class AnnotationPrefixes
{
    /// <summary>Our own prefix; new keys are documented under it.</summary>
    public const string Own = "vault-injector.dev/";

    /// <summary>The prefix of HashiCorp's injector.</summary>
    public const string HashiCorp = "vault.hashicorp.com/";

    /// <summary>The prefix of OpenBao's injector.</summary>
    public const string OpenBao = "openbao.org/";

    /// <summary>All prefixes, the winning one first.</summary>
    public static IReadOnlyList<string> All { get; } = [Own, HashiCorp, OpenBao];

    /// <summary>Takes the prefix off a key.</summary>
    /// <param name="key">A full annotation key.</param>
    /// <param name="name">The name behind the prefix.</param>
    /// <returns>The prefix's place in <see cref="All"/>, or -1 when the key is not ours.</returns>
    public static int Split(string key, out string name)
    {
        // Almost every key of a pod starts with 'v' or 'o' only when it is ours: look at the first letter before comparing prefixes.
        if (key.Length > 0 && key[0] is 'v' or 'o')
        {
            for (var index = 0; index < All.Count; index++)
            {
                if (key.StartsWith(All[index], StringComparison.Ordinal))
                {
                    name = key[All[index].Length..];
                    return index;
                }
            }
        }

        name = string.Empty;
        return -1;
    }
}
