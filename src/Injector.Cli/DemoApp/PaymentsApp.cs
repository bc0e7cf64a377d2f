using System.Net;
using System.Security.Cryptography;
using Injector.Contracts.Agent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Injector.Cli.DemoApp;

/// <summary>A small web app that is healthy while its secrets are readable, and says when one of them changes.</summary>
internal sealed class PaymentsApp(IPEndPoint endpoint, DirectoryInfo secrets, DirectoryInfo cache, TimeProvider time)
{
    private static readonly string[] Needed = ["database.env", "partner", "tls.crt", "tls.key"];
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Serves until it is asked to stop.</summary>
    /// <param name="cancellationToken">Asks it to stop.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Needed)
        {
            Say($"{name}: {Print(name)}");
        }

        await File.WriteAllTextAsync(Path.Combine(cache.FullName, "started"), string.Empty, cancellationToken);
        await using var app = Build();
        await app.StartAsync(cancellationToken);
        Say($"listening on {endpoint}");
        await WatchAsync(cancellationToken);
        await app.StopAsync(CancellationToken.None);
        Say("stopped");
        return ExitCodes.Success;
    }

    private static void Say(string text) => Console.Out.WriteLine($"payments: {text}");

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(endpoint));
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/healthz"
                ? Needed.All(name => Print(name).Length > 0) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return app;
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var known = Needed.ToDictionary(name => name, Print);
        using var timer = new PeriodicTimer(LookAgain, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var name in Needed.Where(name => Print(name) != known[name]))
                {
                    known[name] = Print(name);
                    Say($"{name} changed: {known[name]}");
                }
            }
        }
        catch (OperationCanceledException)
        {
            Say("asked to stop");
        }
    }

    /// <summary>The start of the content's hash: enough to see a change, useless to anybody who reads the log.</summary>
    private string Print(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(secrets.FullName, name))))[..12];
}
