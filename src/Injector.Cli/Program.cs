using Injector.Cli;

return await InjectorCommand.RunAsync(args);
