using Injector.Vault.Kv;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Kv;

/// <summary>vault-api.md §7.2: which versions can be read.</summary>
public sealed class KvVersionStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(200, """{"data":{"data":{"a":"b"},"metadata":{"deletion_time":"","destroyed":false}}}""", false)]
    [InlineData(404, """{"data":{"data":null,"metadata":{"deletion_time":"2026-01-02T03:04:04.123456789Z","destroyed":false}}}""", true)]
    [InlineData(404, """{"data":{"data":null,"metadata":{"deletion_time":"","destroyed":true}}}""", true)]
    [InlineData(200, """{"data":{"data":{"a":"b"},"metadata":{"deletion_time":"2026-01-02T03:04:06Z","destroyed":false}}}""", false)]
    public void DeletedAndDestroyed_AreGone(int status, string json, bool expected)
    {
        var answer = ScriptedVault.Json(VaultRequest.Read("kv/data/a", null), status, json);

        Assert.Null(answer.Fault);
        Assert.Equal(expected, KvVersionState.IsGone(answer, Now));
    }
}
