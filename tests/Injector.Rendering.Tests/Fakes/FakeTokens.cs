using Injector.Contracts.Secrecy;
using Injector.Vault.Login;

namespace Injector.Rendering.Tests.Fakes;

internal static class FakeTokens
{
    public static VaultToken Make(string name) => new(new SecretText(name), "accessor-" + name, TimeSpan.FromHours(1), true, DateTimeOffset.UnixEpoch);
}
