using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Vault.Login.Methods;

namespace Injector.Vault.Login;

/// <summary>Makes the login method a configuration asks for, and reports everything wrong with its settings at once.</summary>
public static class LoginMethods
{
    /// <summary>Makes the method.</summary>
    /// <param name="settings">The <c>method</c> section.</param>
    /// <param name="context">What methods take from the process.</param>
    /// <returns>The method, or null with the reasons.</returns>
    public static (ILoginMethod? Method, IReadOnlyList<Diagnostic> Diagnostics) Create(AuthMethod settings, LoginContext context)
    {
        var faults = new List<Diagnostic>();
        var reader = new MethodSettings(settings, faults);
        var mount = settings.MountPath is { Length: > 0 } path ? path : $"auth/{settings.Type}";
        LoginCall Call(IVaultClient client) => new(client, context.Time, mount)
        {
            WrapTtl = DurationText.TryParse(settings.WrapTtl, out var ttl) && ttl > TimeSpan.Zero ? ttl : null,
        };
        ILoginMethod? method = settings.Type switch
        {
            "kubernetes" => new KubernetesLogin(Call(context.Client), reader.Required("role"), reader.Optional("token_path") ?? KubernetesLogin.DefaultTokenPath),
            "jwt" => JwtLogin.Create(Call(context.Client), reader, context),
            "approle" => AppRoleLogin.Create(Call(context.Client), reader, context),
            "cert" => CertificateLogin.Create(Call, reader, context),
            "token_file" => new TokenFileLogin(context.Client, context.Time, reader.Required("token_file_path")),
            _ => null,
        };
        if (method is null && faults.Count == 0)
        {
            faults.Add(Catalogue.Vault.UnknownMethod.For("auto_auth.method.type", settings.Type));
        }

        if (faults.Count > 0)
        {
            return (null, faults);
        }

        foreach (var unknown in reader.Unknown())
        {
            context.Log.Write(EventLevel.Warn, "config", "configuration warning", unknown.Fields());
        }

        return (method, faults);
    }
}
