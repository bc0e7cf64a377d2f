namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>What nobody may say: secret values, tokens, JWTs.</summary>
internal static class Secrecy
{
    public static void AssertKept(FaultScene scene, IEnumerable<string> said)
    {
        string[] unspeakable = [scene.Files.Marker, "hvs.", "eyJ", scene.Vault.Server.RootToken.Reveal()];
        Assert.All(said, text => Assert.All(unspeakable, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), "A secret was said.")));
    }
}
