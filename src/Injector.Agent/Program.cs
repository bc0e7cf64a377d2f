using Injector.Agent;

return await AgentProgram.RunAsync(args);
