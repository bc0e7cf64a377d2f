using Injector.Sandbox.Vault.Leases;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Vault;

public sealed class RevocationQueueTests
{
    [Fact]
    public async Task Tries_AgainWhenTheEngineCouldNot()
    {
        var clock = new FakeTimeProvider();
        await using var queue = new RevocationQueue(clock);
        var attempts = 0;
        var done = new TaskCompletionSource();

        var first = await queue.Add(_ =>
        {
            if (++attempts < 3)
            {
                throw new RevocationException("the database is away");
            }

            done.SetResult();
            return ValueTask.CompletedTask;
        });
        while (!done.Task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal("the database is away", first);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Works_InOrder()
    {
        await using var queue = new RevocationQueue(new FakeTimeProvider());
        var order = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => queue.Add(async _ =>
        {
            await Task.Yield();
            order.Add(number);
        })));

        Assert.Equal(Enumerable.Range(0, 20), order);
    }
}
