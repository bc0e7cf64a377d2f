using Injector.Cli;

return await InjectorCommand.Create().Parse(args).InvokeAsync();
