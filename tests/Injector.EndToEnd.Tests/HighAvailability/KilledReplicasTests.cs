namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>Replicas that are killed, and what they share changing under those that stay.</summary>
public sealed class KilledReplicasTests
{
    [Theory]
    [InlineData(ApiServerKind.Sandbox)]
    [InlineData(ApiServerKind.Real)]
    public async Task NothingFails_WhenEitherIsKilledAndTheAuthorityChanges(ApiServerKind kind)
    {
        await using var scenario = await Scenario.StartAsync(kind);

        await scenario.KillAsync(scenario.Replicas.KillFollowerAsync);
        await scenario.ChangeAuthorityAsync(static api => api.RotateAuthorityAsync());
        await scenario.KillAsync(scenario.Replicas.KillLeaderAsync);
        await scenario.ChangeAuthorityAsync(static api => api.DeleteAuthorityAsync());
        await scenario.Replicas.EndLeaderAsync();
        await scenario.DamageBundleAsync();

        await scenario.EndWithoutFailureAsync();
    }
}
