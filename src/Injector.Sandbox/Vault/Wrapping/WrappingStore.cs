using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Wrapping;

/// <summary>Answers that wait to be unwrapped, each once and for a limited time.</summary>
internal sealed class WrappingStore(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WrappedAnswer> _answers = new(StringComparer.Ordinal);

    /// <summary>Keeps an answer.</summary>
    /// <returns>The <c>wrap_info</c> to send instead.</returns>
    public JsonObject Wrap(JsonObject envelope, string creationPath, TimeSpan ttl)
    {
        var answer = new WrappedAnswer(new SecretText($"hvs.{RandomText.Make(91)}"), RandomText.Make(24), envelope, creationPath, time.GetUtcNow(), ttl);
        lock (_lock)
        {
            foreach (var (token, old) in _answers.ToArray())
            {
                if (IsOver(old))
                {
                    _answers.Remove(token);
                }
            }

            _answers[answer.Token.Reveal()] = answer;
        }

        var information = new JsonObject
        {
            ["token"] = answer.Token.Reveal(),
            ["accessor"] = answer.Accessor,
            ["ttl"] = ttl.ToSeconds(),
            ["creation_time"] = GoTime.Print(answer.Created),
            ["creation_path"] = creationPath,
        };
        if (envelope["auth"] is JsonObject auth)
        {
            information["wrapped_accessor"] = auth["accessor"]?.DeepClone();
        }

        return information;
    }

    public WrappedAnswer? Find(SecretText token)
    {
        lock (_lock)
        {
            return _answers.GetValueOrDefault(token.Reveal()) is { } answer && !IsOver(answer) ? answer : null;
        }
    }

    /// <summary>Hands out an answer; nobody gets it again.</summary>
    public WrappedAnswer? Take(SecretText token)
    {
        lock (_lock)
        {
            return _answers.Remove(token.Reveal(), out var answer) && !IsOver(answer) ? answer : null;
        }
    }

    private bool IsOver(WrappedAnswer answer) => answer.Created + answer.Ttl <= time.GetUtcNow();
}
