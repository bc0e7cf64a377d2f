using System.Collections;
using Injector.Agent.CommandLine;
using Injector.Agent.Commands;
using Injector.Agent.Platform;
using Injector.Contracts.Agent;
using Injector.Vault.Http;

namespace Injector.Agent;

/// <summary>From the command line to the command.</summary>
internal static class AgentProgram
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var line = CommandLineParser.Parse(arguments);
        var environment = ReadEnvironment();
        if (line.Faults.Count > 0)
        {
            foreach (var fault in line.Faults)
            {
                await Console.Error.WriteLineAsync(fault.ToString());
            }

            if (arguments.Contains("agent"))
            {
                TerminationMessage.Write(environment, line.Faults);
            }

            return ExitCodes.Usage;
        }

        switch (line.Command)
        {
            case AgentCommand.Agent:
                return await AgentRunCommand.RunAsync(line, environment);
            case AgentCommand.Wait:
                return await ControlCommands.WaitAsync(line, environment);
            case AgentCommand.Status:
                return await ControlCommands.StatusAsync(line, environment);
            case AgentCommand.Health:
                return await ControlCommands.HealthAsync(environment);
            case AgentCommand.TokenRevokeSelf:
                return await RevokeSelfCommand.RunAsync(line, environment);
            case AgentCommand.Version:
                await Console.Out.WriteLineAsync($"injector-agent v{ClientIdentity.Version}");
                return ExitCodes.Success;
            default:
                await Console.Out.WriteLineAsync(Usage.Text);
                return arguments.Length == 0 ? ExitCodes.Usage : ExitCodes.Success;
        }
    }

    private static Dictionary<string, string> ReadEnvironment()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            if (entry is { Key: string name, Value: string value })
            {
                environment[name] = value;
            }
        }

        return environment;
    }
}
