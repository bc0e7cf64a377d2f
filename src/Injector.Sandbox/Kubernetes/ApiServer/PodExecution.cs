using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Pods;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>Answers <c>kubectl exec</c> over a WebSocket: one channel for each stream, the exit code in a Status at the end. Standard input is not passed on.</summary>
internal static class PodExecution
{
    // They differ in how standard input is closed, which is not passed on here.
    private static readonly string[] Protocols = ["v5.channel.k8s.io", "v4.channel.k8s.io"];

    private const byte Output = 1;
    private const byte Error = 2;
    private const byte Outcome = 3;

    /// <summary>Reads what is to be run.</summary>
    /// <param name="request">A request for <c>…/pods/NAME/exec</c>.</param>
    /// <returns>The command; null when the request is about something else.</returns>
    public static PodCommand? Read(HttpRequest request) =>
        (request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", "v1", "namespaces", var space, "pods", var pod, "exec"]
            ? new PodCommand(space, pod, request.Query["container"], [.. request.Query["command"].OfType<string>()])
            : null;

    /// <summary>Runs it and tells what it gave.</summary>
    public static async Task AnswerAsync(HttpContext context, PodCommand command, Func<PodCommand, CancellationToken, Task<ExecResult>> execute)
    {
        if (!context.WebSockets.IsWebSocketRequest || Protocols.FirstOrDefault(context.WebSockets.WebSocketRequestedProtocols.Contains) is not { } protocol)
        {
            throw new ApiFailure(StatusCodes.Status400BadRequest, "BadRequest", $"this server runs commands over WebSockets with one of the protocols {string.Join(", ", Protocols)} only");
        }

        var result = await execute(command, context.RequestAborted);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        await SendAsync(socket, Output, result.Output, context.RequestAborted);
        await SendAsync(socket, Error, result.Error, context.RequestAborted);
        await SendAsync(socket, Outcome, Status(result.ExitCode).ToJsonString(), context.RequestAborted);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, context.RequestAborted);
    }

    private static async Task SendAsync(WebSocket socket, byte channel, string text, CancellationToken cancellationToken)
    {
        if (text.Length > 0)
        {
            await socket.SendAsync((byte[])[channel, .. Encoding.UTF8.GetBytes(text)], WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
    }

    private static JsonObject Status(int exitCode) => exitCode == 0
        ? new JsonObject { ["metadata"] = new JsonObject(), ["status"] = "Success" }
        : new JsonObject
        {
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["reason"] = "NonZeroExitCode",
            ["message"] = $"command terminated with non-zero exit code: exit status {exitCode}",
            ["details"] = new JsonObject { ["causes"] = new JsonArray(new JsonObject { ["reason"] = "ExitCode", ["message"] = $"{exitCode}" }) },
        };
}
