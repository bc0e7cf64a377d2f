using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.TestKit;
using Injector.TestKit.Logging;
using Injector.Vault.Login;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Login;

/// <summary>A keeper on fake time with a server whose tokens last one hour.</summary>
internal sealed class KeeperRun : IDisposable
{
    public const string LoginPath = "auth/kubernetes/login";
    public const string RenewPath = "auth/token/renew-self";

    private readonly CancellationTokenSource _stop = new();
    private readonly List<DateTimeOffset> _logins = [];
    private readonly List<DateTimeOffset> _renewals = [];

    public KeeperRun(KeeperSettings settings, double chance = 0.5)
    {
        Vault.Answer = request =>
        {
            (request.Path == LoginPath ? _logins : _renewals).Add(Time.GetUtcNow());
            return request.Path == LoginPath ? OnLogin(request) : OnRenewal(request);
        };
        Keeper = new TokenKeeper(Vault, new FakeLogin(Vault, Time), settings with { OnFailure = state => States.Add(state) }, Log, Time, () => chance);
    }

    public MachineTime Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Pump Pump { get; } = new();

    public ScriptedVault Vault { get; } = new();

    public MemoryLog Log { get; } = new();

    public TokenKeeper Keeper { get; }

    public List<LoginState> States { get; } = [];

    public int LeaseSeconds { get; set; } = 3600;

    public string Renewable { get; set; } = "true";

    public Func<VaultRequest, VaultAnswer> OnLogin { get; set; } = _ => throw new InvalidOperationException();

    public Func<VaultRequest, VaultAnswer> OnRenewal { get; set; } = _ => throw new InvalidOperationException();

    public IReadOnlyList<TimeSpan> Logins => [.. _logins.Select(Since)];

    public IReadOnlyList<TimeSpan> Renewals => [.. _renewals.Select(Since)];

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static KeeperRun Healthy(KeeperSettings settings, double chance = 0.5)
    {
        var run = new KeeperRun(settings, chance);
        run.OnLogin = request => ScriptedVault.Token(request, string.Create(CultureInfo.InvariantCulture, $"t{run.Logins.Count}"), run.LeaseSeconds, run.Renewable);
        run.OnRenewal = request => ScriptedVault.Token(request, "same", run.LeaseSeconds);
        return run;
    }

    public Task<Diagnostic> Begin(VaultToken? handedOver = null)
    {
        var task = Pump.Start(() => Keeper.RunAsync(handedOver, _stop.Token));
        Pump.RunUntilIdle();
        return task;
    }

    public void Pass(TimeSpan duration, TimeSpan? step = null) => Pump.Pass(Time, duration, step ?? TimeSpan.FromSeconds(1));

    public static VaultAnswer Refuse(VaultRequest request, int status) => ScriptedVault.Json(request, status, """{"errors":["permission denied"]}""");

    public void Dispose() => _stop.Dispose();

    private static TimeSpan Since(DateTimeOffset time) => time - Start;

    private sealed class FakeLogin(IVaultClient client, TimeProvider time) : ILoginMethod
    {
        public Task<LoginResult> LogInAsync(CancellationToken cancellationToken) =>
            new LoginCall(client, time, "auth/kubernetes").SendAsync(new LoginSubject("app", ""), LoginBody.Of(("role", "app")), cancellationToken);
    }
}
