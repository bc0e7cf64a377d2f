namespace Injector.Vault.Login.Methods;

/// <summary>Looks at credential files in intervals: file notifications do not work on every volume.</summary>
internal static class FileWatch
{
    public static async Task WaitAsync(TimeSpan period, TimeProvider time, Func<bool> hasNews, CancellationToken cancellationToken)
    {
        while (!hasNews())
        {
            await Task.Delay(period, time, cancellationToken);
        }
    }
}
