using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Kubernetes.ApiServer;

/// <summary><c>kubectl exec</c> as it travels over a WebSocket.</summary>
public sealed class PodExecutionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "Success", null)]
    [InlineData(3, "Failure", "3")]
    public async Task Streams_ComeOnTheirChannelsAndTheExitCodeLast(int exitCode, string status, string? cause)
    {
        await using var server = await SandboxApiServer.StartAsync(TimeProvider.System, Cancellation);
        var asked = new List<PodCommand>();
        server.Pods.Execute = (given, _) =>
        {
            asked.Add(given);
            return Task.FromResult(new ExecResult(exitCode, "out", "err"));
        };
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("v5.channel.k8s.io");
        await socket.ConnectAsync(
            new UriBuilder(server.Address) { Scheme = "ws", Path = "/api/v1/namespaces/shop/pods/web-1/exec", Query = "command=cat&command=%2Fa+b&container=web&stdout=true" }.Uri, Cancellation);

        var frames = new Dictionary<byte, string>();
        var buffer = new byte[4096];
        for (var got = await socket.ReceiveAsync(buffer, Cancellation); got.MessageType != WebSocketMessageType.Close; got = await socket.ReceiveAsync(buffer, Cancellation))
        {
            frames[buffer[0]] = Encoding.UTF8.GetString(buffer, 1, got.Count - 1);
        }

        var command = Assert.Single(asked);
        Assert.Equal(["cat", "/a b"], command.Command);
        Assert.Equal(("shop", "web-1", "web"), (command.Namespace, command.Pod, command.Container));
        Assert.Equal(("out", "err"), (frames[1], frames[2]));
        var outcome = JsonNode.Parse(frames[3]);
        Assert.Equal(status, $"{outcome?["status"]}");
        Assert.Equal(cause, (string?)outcome?["details"]?["causes"]?[0]?["message"]);
    }
}
