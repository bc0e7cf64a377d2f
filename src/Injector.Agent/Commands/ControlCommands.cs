using Injector.Agent.CommandLine;
using Injector.Agent.Hosting;
using Injector.Agent.Local;
using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Commands;

/// <summary>The commands that ask the running agent: for hooks, probes and people.</summary>
internal static class ControlCommands
{
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(3);

    /// <summary>Returns when every file was published once. The agent may not have started yet: hooks run beside the process.</summary>
    public static async Task<int> WaitAsync(AgentCommandLine line, IReadOnlyDictionary<string, string> environment)
    {
        if (line.Timeout is not null && !DurationText.TryParse(line.Timeout, out _))
        {
            return await FailAsync(Catalogue.Agent.CommandLine.For("-timeout", $"-timeout is '{line.Timeout}', which is not a duration"), ExitCodes.Usage);
        }

        using var limit = new CancellationTokenSource(DurationText.OrDefault(line.Timeout, WaitLimit.Of(environment)), TimeProvider.System);
        var client = new ControlClient(ControlSocket.PathFor(environment));
        var last = "no agent listens";
        try
        {
            while (true)
            {
                switch (await client.GetAsync(ControlRoutes.WaitPath, limit.Token))
                {
                    case (200, _):
                        return ExitCodes.Success;
                    case (_, var body):
                        last = body;
                        break;
                    default:
                        break;
                }

                await Task.Delay(PauseBetweenTries, TimeProvider.System, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(Catalogue.Agent.NotRunning.For("wait", $"the files were not ready in time ({await ReasonAsync(client, last)})"), ExitCodes.Failure);
        }
    }

    public static async Task<int> StatusAsync(AgentCommandLine line, IReadOnlyDictionary<string, string> environment)
    {
        var path = line.Output == "json" ? ControlRoutes.StatusPath + "?format=json" : ControlRoutes.StatusPath;
        return await AskAsync(environment, path);
    }

    public static Task<int> HealthAsync(IReadOnlyDictionary<string, string> environment) => AskAsync(environment, ControlRoutes.HealthPath);

    private static async Task<int> AskAsync(IReadOnlyDictionary<string, string> environment, string path)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, TimeProvider.System);
        try
        {
            if (await new ControlClient(ControlSocket.PathFor(environment)).GetAsync(path, limit.Token) is not { } answer)
            {
                return await FailAsync(Catalogue.Agent.NotRunning.For("agent", "no agent listens"), ExitCodes.Failure);
            }

            await Console.Out.WriteLineAsync(answer.Body.TrimEnd('\n'));
            return answer.Status == 200 ? ExitCodes.Success : ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(Catalogue.Agent.NotRunning.For("agent", "it took too long"), ExitCodes.Failure);
        }
    }

    private static async Task<string> ReasonAsync(ControlClient client, string last)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, TimeProvider.System);
        try
        {
            return await client.GetAsync(ControlRoutes.HealthPath, limit.Token) is { } answer ? answer.Body.Trim() : last;
        }
        catch (OperationCanceledException)
        {
            return last;
        }
    }

    private static async Task<int> FailAsync(Diagnostic fault, int code)
    {
        await Console.Error.WriteLineAsync(fault.ToString());
        return code;
    }
}
