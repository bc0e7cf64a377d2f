using Injector.Agent.Hosting;
using Injector.Contracts.Agent;
using Injector.Vault.Faults;
using Injector.Vault.Login;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Agent.Tests.Hosting;

/// <summary>The start phase: a lasting refusal ends the process after its confirmation, an absent server after the patience.</summary>
public sealed class StartGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Refusal_EndsAfterItsConfirmation()
    {
        using var gate = new StartGate(TimeSpan.FromSeconds(20), _time);

        gate.Observe(State(VaultFaultKind.PermissionDenied, 403));
        Assert.False(gate.Outcome.IsCompleted);
        gate.Observe(State(VaultFaultKind.PermissionDenied, 403));

        Assert.Equal(ExitCodes.LoginRefused, OutcomeOf(gate).ExitCode);
    }

    [Fact]
    public void AbsentServer_EndsWhenThePatienceIsUsedUp()
    {
        using var gate = new StartGate(TimeSpan.FromSeconds(20), _time);
        for (var i = 0; i < 18; i++)
        {
            gate.Observe(State(VaultFaultKind.Unreachable, 0));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(gate.Outcome.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        gate.Observe(State(VaultFaultKind.Unreachable, 0));

        var outcome = OutcomeOf(gate);
        Assert.Equal(ExitCodes.VaultUnreachable, outcome.ExitCode);
        Assert.StartsWith("VI0317 The secrets were not ready within 20 s: VI0401 Vault cannot be reached", outcome.Diagnostic?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LoginThatHangs_EndsWhenThePatienceIsUsedUp()
    {
        using var gate = new StartGate(TimeSpan.FromSeconds(20), _time);
        gate.Watch(static () => false);

        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(ExitCodes.VaultUnreachable, OutcomeOf(gate).ExitCode);
    }

    [Fact]
    public void LoginThatCameInTime_EndsNothing()
    {
        using var gate = new StartGate(TimeSpan.FromSeconds(20), _time);
        var isLoggedIn = false;
        gate.Watch(() => isLoggedIn);
        isLoggedIn = true;

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.False(gate.Outcome.IsCompleted);
    }

    [Fact]
    public void WithoutPatience_NothingEnds()
    {
        using var gate = new StartGate(null, _time);

        for (var i = 0; i < 100; i++)
        {
            gate.Observe(State(VaultFaultKind.PermissionDenied, 403));
            _time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.False(gate.Outcome.IsCompleted);
    }

    [Fact]
    public void AfterTheFirstLogin_NothingEnds()
    {
        using var gate = new StartGate(TimeSpan.FromSeconds(20), _time);

        for (var i = 0; i < 100; i++)
        {
            gate.Observe(State(VaultFaultKind.PermissionDenied, 403) with { Phase = LoginPhase.LoggingInAgain });
            _time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.False(gate.Outcome.IsCompleted);
    }

    private static AgentOutcome OutcomeOf(StartGate gate)
    {
        Assert.True(gate.Outcome.IsCompletedSuccessfully);
#pragma warning disable xUnit1031 // It has completed.
        return gate.Outcome.Result;
#pragma warning restore xUnit1031
    }

    private LoginState State(VaultFaultKind kind, int status)
    {
        var fault = new VaultFault(kind, status, "PUT auth/kubernetes/login", ["why"]);
        return new LoginState(LoginPhase.LoggingIn, _time.GetUtcNow(), fault.ToDiagnostic(), fault, 1, _time.GetUtcNow() + TimeSpan.FromSeconds(1));
    }
}
