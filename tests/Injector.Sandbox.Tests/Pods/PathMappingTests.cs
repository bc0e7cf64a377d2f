using System.Text;
using Injector.Sandbox.Pods;
using Injector.TestKit;

namespace Injector.Sandbox.Tests.Pods;

public sealed class PathMappingTests
{
    [Fact]
    public async Task Replaces_PathsOfVolumesInArgumentsAndVariables()
    {
        await using var pod = await new PodBench { Isolation = PodIsolation.PathMapping }.StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "m", "emptyDir": {"medium": "Memory"} }],
              "initContainers": [{"name": "c0", "command": ["/bin/sh", "-c", "echo hello > /vault/secrets/x"], "volumeMounts": [{"name": "m", "mountPath": "/vault/secrets"}]}],
              "containers": [{
                "name": "c1", "env": [{"name": "FILE", "value": "/vault/secrets/x"}], "volumeMounts": [{"name": "m", "mountPath": "/vault/secrets"}],
                "command": ["/bin/sh", "-c", "cat $FILE; echo bye > /dev/termination-log"]
              }]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal("hello", Assert.Single(pod.Log.Of("c1")).Text);
        Assert.Equal("bye\n", status.Container("c1").TerminationMessage);
        Assert.Equal(PodIsolation.PathMapping, pod.Isolation);
    }

    [Fact]
    public async Task Replaces_PathsInsideAnEncodedConfiguration()
    {
        var configuration = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"template":[{"destination":"/vault/secrets/db","contents":"see /vault/secretsafe"}],"exit_after_auth":true}"""));
        await using var pod = await new PodBench { Isolation = PodIsolation.PathMapping }.StartAsync($$"""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "m", "emptyDir": {} }],
              "containers": [{
                "name": "c1", "env": [{"name": "VAULT_CONFIG", "value": "{{configuration}}"}], "volumeMounts": [{"name": "m", "mountPath": "/vault/secrets"}],
                "command": ["/bin/sh", "-c", "echo $VAULT_CONFIG | base64 -d"]
              }]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        var text = Assert.Single(pod.Log.Of("c1")).Text;
        Assert.Matches("""^\{"template":\[\{"destination":"/tmp/[^"]*/volumes/m/db","contents":"see /vault/secretsafe"\}\],"exit_after_auth":true\}$""", text);
    }

    [Fact]
    public async Task Kills_WhatContainersLeaveRunning()
    {
        await using var pod = await new PodBench { Isolation = PodIsolation.PathMapping }.StartAsync("""
            {"restartPolicy": "Never", "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "sleep 1000 & echo $!"]}]}
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        var left = Assert.Single(pod.Log.Of("c1")).Text;
        await Eventually.IsTrueAsync(() => !File.Exists($"/proc/{left}/exe"), "the sleeping child has ended", PodBench.Limit());
    }
}
