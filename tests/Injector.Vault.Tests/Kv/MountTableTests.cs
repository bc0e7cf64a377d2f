using Injector.Contracts.Secrecy;
using Injector.Vault.Kv;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Kv;

public sealed class MountTableTests
{
    private const string Version2 = """{"data":{"path":"secret/","type":"kv","options":{"version":"2"}}}""";

    private readonly ScriptedVault _vault = new();
    private readonly SecretText _token = new("t");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneMount_IsLookedUpOnceForParallelReads()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _vault.Held = gate.Task;
        _vault.Answer = request => ScriptedVault.Json(request, 200, Version2);
        var table = new MountTable(_vault, null);
        var reads = Enumerable.Range(0, 10).Select(i => table.ResolveAsync($"secret/app{i}", KvOperation.Secret, _token, Cancellation).AsTask()).ToList();

        gate.SetResult();
        var paths = await Task.WhenAll(reads);

        Assert.Single(_vault.Requests);
        Assert.Equal("secret/data/app7", paths[7].Path);
    }

    [Theory]
    [InlineData("""{"data":{"path":"secret/","type":"kv","options":null}}""")]
    [InlineData("""{"data":{"path":"secret/","type":"kv","options":{"version":""}}}""")]
    [InlineData("""{"data":{"path":"secret/","type":"kv","options":{"version":"1"}}}""")]
    [InlineData("""{"data":{"path":"secret/","type":"database","options":{"version":"2"}}}""")]
    public async Task OtherMounts_LeaveThePath(string answer)
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, answer);

        var path = await new MountTable(_vault, null).ResolveAsync("secret/app", KvOperation.Secret, _token, Cancellation);

        Assert.Equal(new ResolvedPath("secret/app", MountVersion.Plain, "secret/"), path);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task FailedLookup_LeavesThePathAndIsNotRemembered(int status)
    {
        _vault.Answer = request => ScriptedVault.Json(request, status, """{"errors":["no"]}""");
        var table = new MountTable(_vault, null);
        var first = await table.ResolveAsync("secret/app", KvOperation.Secret, _token, Cancellation);

        _vault.Answer = request => ScriptedVault.Json(request, 200, Version2);
        var second = await table.ResolveAsync("secret/app", KvOperation.Secret, _token, Cancellation);

        Assert.Equal(status, first.Fault?.Status);
        Assert.Equal("secret/app", first.Path);
        Assert.Equal("secret/data/app", second.Path);
    }

    [Fact]
    public async Task NamespaceInTheMount_IsNotAddedTwice()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, """{"data":{"path":"team/secret/","type":"kv","options":{"version":"2"}}}""");

        var path = await new MountTable(_vault, "/team/").ResolveAsync("secret/app", KvOperation.Secret, _token, Cancellation);

        Assert.Equal("secret/data/app", path.Path);
    }

    [Fact]
    public async Task Forget_AsksAgain()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, Version2);
        var table = new MountTable(_vault, null);
        await table.ResolveAsync("secret/app", KvOperation.Secret, _token, Cancellation);

        table.Forget("secret/app");
        await table.ResolveAsync("secret/app", KvOperation.Secret, _token, Cancellation);

        Assert.Equal(2, _vault.Requests.Count);
    }

    [Fact]
    public async Task CallerWhoGivesUp_DoesNotTakeOthersWithHim()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _vault.Held = gate.Task;
        _vault.Answer = request => ScriptedVault.Json(request, 200, Version2);
        var table = new MountTable(_vault, null);
        using var impatient = new CancellationTokenSource();
        var first = table.ResolveAsync("secret/a", KvOperation.Secret, _token, impatient.Token).AsTask();
        var second = table.ResolveAsync("secret/b", KvOperation.Secret, _token, Cancellation).AsTask();

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Equal("secret/data/b", (await second).Path);
    }
}
