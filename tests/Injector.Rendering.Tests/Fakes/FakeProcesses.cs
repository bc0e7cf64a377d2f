using Injector.Rendering.Processes;

namespace Injector.Rendering.Tests.Fakes;

internal sealed class FakeProcesses : IProcessStarter
{
    public List<FakeProcess> Started { get; } = [];

    public IChildProcess Start(ProcessRequest request)
    {
        var process = new FakeProcess(request);
        lock (Started)
        {
            Started.Add(process);
        }

        return process;
    }
}
