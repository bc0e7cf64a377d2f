using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault.Wrapping;

/// <summary>An answer kept for whoever brings its token.</summary>
internal sealed record WrappedAnswer(SecretText Token, string Accessor, JsonObject Envelope, string CreationPath, DateTimeOffset Created, TimeSpan Ttl);
