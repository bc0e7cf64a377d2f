using Injector.Contracts.Diagnostics;

namespace Injector.Vault.Login.Methods;

/// <summary>Login with the TLS client certificate of the connection, or with one of its own.</summary>
internal sealed class CertificateLogin(LoginCall call, string? name) : ILoginMethod
{
    public static CertificateLogin Create(Func<IVaultClient, LoginCall> callWith, MethodSettings settings, LoginContext context)
    {
        // Certificate files are always reloaded when they change; the switch is accepted for compatibility.
        settings.Flag("reload", false);
        var tls = context.Connection.Tls;
        var own = tls with
        {
            CaFile = settings.Optional("ca_cert") ?? tls.CaFile,
            ClientCertificateFile = settings.Optional("client_cert") ?? tls.ClientCertificateFile,
            ClientKeyFile = settings.Optional("client_key") ?? tls.ClientKeyFile,
        };
        if (own.ClientCertificateFile is null || own.ClientKeyFile is null)
        {
            settings.Missing(own.ClientCertificateFile is null ? "client_cert" : "client_key");
        }

        var client = own == tls ? context.Client : context.Connect(context.Connection with { Tls = own });
        return new CertificateLogin(callWith(client), settings.Optional("name"));
    }

    public Task<LoginResult> LogInAsync(CancellationToken cancellationToken) =>
        call.SendAsync(new LoginSubject(name ?? "", "the agent's client certificate"), LoginBody.Of(("name", name)), cancellationToken);
}
