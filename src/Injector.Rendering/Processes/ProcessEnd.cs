namespace Injector.Rendering.Processes;

/// <summary>Ends a process group: asks first, kills afterwards.</summary>
internal static class ProcessEnd
{
    public static async Task<int> StopAsync(IChildProcess child, int signal, TimeSpan grace, TimeProvider time)
    {
        if (signal != SignalNumber.Kill)
        {
            child.Signal(signal);
            if (grace > TimeSpan.Zero)
            {
                try
                {
                    return await child.Exited.WaitAsync(grace, time);
                }
                catch (TimeoutException)
                {
                    // It had its chance.
                }
            }
        }

        child.Signal(SignalNumber.Kill);
        return await child.Exited;
    }
}
