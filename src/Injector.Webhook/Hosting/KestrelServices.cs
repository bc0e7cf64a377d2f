using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Hosting;

/// <summary>
/// What Kestrel's TLS asks its host for: a logger factory, and an object for its own metrics that only its own registrations can make. It is given the
/// part of a host that takes registrations; nothing else of them is made.
/// </summary>
internal sealed class KestrelServices : IServiceProvider, IWebHostBuilder, IMeterFactory
{
    private readonly ServiceCollection _registrations = new();
    private readonly ServiceProvider _services;

    public KestrelServices(ILoggerFactory loggers)
    {
        this.UseKestrelCore();
        _registrations.AddSingleton(loggers);
        _registrations.AddSingleton<IMeterFactory>(this);
        _services = _registrations.BuildServiceProvider();
    }

    public object? GetService(Type serviceType) => _services.GetService(serviceType);

    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(_registrations);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices) =>
        ConfigureServices(services => configureServices(new WebHostBuilderContext(), services));

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => this;

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => this;

#pragma warning disable ASPDEPR008 // Part of the interface; nobody builds a host here.
    public IWebHost Build() => throw new NotSupportedException();
#pragma warning restore ASPDEPR008

    // Nobody listens to the meters.
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose() => _services.Dispose();
}
