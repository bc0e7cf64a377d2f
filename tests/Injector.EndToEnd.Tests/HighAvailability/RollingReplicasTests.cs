namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>Replicas that are replaced while what they share is changed, deleted and damaged. Skewed clocks: RollingTests of the webhook.</summary>
public sealed class RollingReplicasTests
{
    private const int Rolls = 50;

    [Theory]
    [InlineData(ApiServerKind.Sandbox)]
    [InlineData(ApiServerKind.Real)]
    public async Task NothingFails_WhileReplicasAreReplacedFiftyTimes(ApiServerKind kind)
    {
        await using var scenario = await Scenario.StartAsync(kind);

        for (var roll = 0; roll < Rolls; roll++)
        {
            await (roll switch
            {
                10 => scenario.Api.RotateAuthorityAsync(),
                20 => scenario.DamageBundleAsync(),
                30 => scenario.Api.DeleteAuthorityAsync(),
                _ => Task.CompletedTask,
            });
            await scenario.RollAsync();
        }

        await scenario.EndWithoutFailureAsync();
        Assert.True(scenario.Stream.Answered > Rolls * AdmissionStream.Width, $"{scenario.Stream.Answered} admissions only");
    }
}
