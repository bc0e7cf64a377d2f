using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Vault.Login.Methods;

namespace Injector.Vault.Login;

/// <summary>Makes the login method a configuration asks for, and reports everything wrong with its settings at once.</summary>
public static class LoginMethods
{
    /// <summary>Makes the method.</summary>
    /// <param name="settings">The <c>method</c> section.</param>
    /// <param name="client">The server.</param>
    /// <param name="time">The clock that stamps tokens.</param>
    /// <returns>The method, or null with the reasons.</returns>
    public static (ILoginMethod? Method, IReadOnlyList<Diagnostic> Diagnostics) Create(AuthMethod settings, IVaultClient client, TimeProvider time)
    {
        var faults = new List<Diagnostic>();
        var reader = new MethodSettings(settings, faults);
        var call = new LoginCall(client, time, settings.MountPath is { Length: > 0 } mount ? mount : $"auth/{settings.Type}")
        {
            WrapTtl = DurationText.TryParse(settings.WrapTtl, out var ttl) && ttl > TimeSpan.Zero ? ttl : null,
        };
        ILoginMethod? method = settings.Type switch
        {
            "kubernetes" => new KubernetesLogin(call, reader.Required("role"), reader.Optional("token_path") ?? KubernetesLogin.DefaultTokenPath),
            _ => null,
        };
        if (method is null)
        {
            faults.Add(Catalogue.Vault.UnknownMethod.For("auto_auth.method.type", settings.Type));
        }

        return (faults.Count == 0 ? method : null, faults);
    }
}
