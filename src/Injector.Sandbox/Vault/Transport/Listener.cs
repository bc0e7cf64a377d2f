using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Injector.Sandbox.Vault.Transport;

/// <summary>A socket that answers HTTP or HTTPS until it is closed.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Listener(WebApplication application) => _application = application;

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
        ?? throw new InvalidOperationException("A listener has no address before it is open."));

    /// <summary>Opens a listener.</summary>
    /// <param name="endpoint">Where to listen.</param>
    /// <param name="identity">The certificate to present to the next client; null: plain HTTP.</param>
    /// <param name="maxBodyBytes">The largest body of a request.</param>
    /// <param name="answer">Answers requests.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<Listener> OpenAsync(
        IPEndPoint endpoint, Func<ServerIdentity>? identity, int maxBodyBytes, RequestDelegate answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        if (identity is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = maxBodyBytes;
            kestrel.Listen(endpoint, listen => Secure(listen, identity));
        });
        var listener = new Listener(builder.Build());
        listener._application.Run(answer);
        await listener._application.StartAsync(cancellationToken);
        return listener;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Secure(ListenOptions listen, Func<ServerIdentity>? identity)
    {
        if (identity is null)
        {
            return;
        }

        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = identity().Context,
                ClientCertificateRequired = true,

                // Which client certificates are good is decided at a cert login, by the role's own roots, as in Vault. Clients without one are welcome.
                RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is null or X509Certificate2,
            }),
        });
    }
}
