using System.Collections.Frozen;

namespace Injector.Contracts.Diagnostics;

/// <summary>
/// Every diagnostic the product can give, in one list. The entries of an area stand in a nested class in the file <c>Catalogue.&lt;Area&gt;.cs</c>.
/// </summary>
/// <remarks>
/// Codes are a contract: people search for them and alert on them. Take the next free number of the area, never reuse or renumber one.
/// </remarks>
public static partial class Catalogue
{
    /// <summary>All entries, ordered by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. Injection.Entries,
        .. Webhook.Entries,
        .. Agent.Entries,
        .. Vault.Entries,
        .. Templates.Entries,
        .. Publishing.Entries,
        .. CommandLine.Entries,
    ];

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> ByCode = All.ToFrozenDictionary(entry => entry.Code);

    /// <summary>Finds an entry by its code.</summary>
    /// <param name="code">For example <c>VI0102</c>; exact case.</param>
    /// <returns>The entry, or null when no entry has this code.</returns>
    public static DiagnosticDescriptor? Find(string code) => ByCode.GetValueOrDefault(code);
}
