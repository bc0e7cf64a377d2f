using Injector.Webhook.Certificates;
using Injector.Webhook.CommandLine;
using Injector.Webhook.Hosting;

SystemTrustStore.Disable();
using var signals = new ShutdownSignals();
await using var output = Console.OpenStandardOutput();
var command = new WebhookCommand(Environment.GetEnvironmentVariable, output, Console.Error, TimeProvider.System);
return await command.RunAsync(args, signals.Received);
