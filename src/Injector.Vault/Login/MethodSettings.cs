using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Texts;

namespace Injector.Vault.Login;

/// <summary>Typed access to <c>method.config</c>; each fault is noted and an empty value returned.</summary>
internal sealed class MethodSettings(AuthMethod method, List<Diagnostic> faults)
{
    private readonly List<string> _known = [];

    /// <summary>The settings nobody asked for.</summary>
    public IEnumerable<Diagnostic> Unknown()
    {
        foreach (var key in method.Config.Keys)
        {
            if (!_known.Contains(key))
            {
                yield return Catalogue.Vault.MethodSettingUnknown.For($"auto_auth.method.config.{key}", method.Type, key);
            }
        }
    }

    public string Required(string key)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }

        Missing(key);
        return "";
    }

    public void Missing(string key) => faults.Add(Catalogue.Vault.MethodSettingMissing.For($"auto_auth.method.config.{key}", method.Type, key));

    public TimeSpan Duration(string key, TimeSpan fallback)
    {
        if (Optional(key) is not { } text)
        {
            return fallback;
        }

        if (DurationText.TryParse(text, out var duration) && duration > TimeSpan.Zero)
        {
            return DurationText.Waitable(duration);
        }

        faults.Add(Catalogue.Vault.MethodSettingWrong.For($"auto_auth.method.config.{key}", method.Type, key, text, "a duration such as 30s"));
        return fallback;
    }

    public string? Optional(string key)
    {
        _known.Add(key);
        return method.Config.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
    }

    public bool Flag(string key, bool fallback)
    {
        switch (Optional(key))
        {
            case null:
                return fallback;
            case var text when GoBoolean.TryParse(text, out var value):
                return value;
            case var text:
                faults.Add(Catalogue.Vault.MethodSettingWrong.For($"auto_auth.method.config.{key}", method.Type, key, text, "true or false"));
                return fallback;
        }
    }
}
