using Injector.Sandbox.Vault.Clock;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary>Where a token comes from.</summary>
/// <param name="Path">The path of the call, with the mount.</param>
/// <param name="NamespacePath">Empty, or with a slash at its end.</param>
/// <param name="Lifetimes">The mount's limits.</param>
internal sealed record TokenOrigin(string Path, string NamespacePath, Lifetimes Lifetimes);
