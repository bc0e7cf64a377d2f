using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task Gives_ContainersTheirVariables()
    {
        var objects = new ClusterObjects();
        objects.AddConfigMap("shop", "settings", new Dictionary<string, byte[]> { ["MODE"] = "fast"u8.ToArray() });
        objects.AddSecret("shop", "login", new Dictionary<string, byte[]> { ["user"] = "paul"u8.ToArray() });
        await using var pod = await new PodBench { Objects = objects }.StartAsync("""
            {
              "restartPolicy": "Never",
              "containers": [{
                "name": "c1",
                "envFrom": [{"prefix": "S_", "configMapRef": {"name": "settings"} }],
                "env": [
                  {"name": "POD", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
                  {"name": "APP", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['app']"}}},
                  {"name": "USER_NAME", "valueFrom": {"secretKeyRef": {"name": "login", "key": "user"}}},
                  {"name": "CPUS", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu", "divisor": "1m"}}},
                  {"name": "NONE", "valueFrom": {"configMapKeyRef": {"name": "settings", "key": "absent", "optional": true}}},
                  {"name": "URL", "value": "http://$(POD)/$(USER_NAME)?$(UNKNOWN)&$$(POD)"}
                ],
                "resources": {"limits": {"cpu": "1500m"} },
                "command": ["/bin/sh", "-c", "echo $POD $APP $USER_NAME $CPUS $S_MODE ${NONE-unset}; echo $URL; echo $0 $1"], "args": ["$(APP)", "$$(APP)"]
              }]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(
            ["demo-1 demo paul 1500 fast unset", "http://demo-1/paul?$(UNKNOWN)&$(POD)", "demo $(APP)"],
            pod.Log.Of("c1").Select(line => line.Text));
    }

    [Fact]
    public async Task Reports_MissingObjectsAsCreateContainerConfigError()
    {
        await using var pod = await new PodBench().StartAsync("""
            {"containers": [{"name": "c1", "command": ["true"], "env": [{"name": "A", "valueFrom": {"secretKeyRef": {"name": "login", "key": "user"}}}]}]}
            """);

        var status = await pod.WaitForAsync(now => now.Summary == "CreateContainerConfigError", PodBench.Limit());

        Assert.Equal("secret \"login\" not found", Assert.IsType<ContainerState.Waiting>(status.Container("c1").State).Message);
    }

    [Fact]
    public async Task Reads_VariablesFromAFileThatAnInitContainerWrote()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "e", "emptyDir": {} }],
              "initContainers": [{"name": "c0", "command": ["/bin/sh", "-c", "echo \"PW='a b'\" > /e/env"], "volumeMounts": [{"name": "e", "mountPath": "/e"}]}],
              "containers": [{"name": "c1", "command": ["printenv", "PW"], "env": [{"name": "PW", "valueFrom": {"fileKeyRef": {"volumeName": "e", "path": "env", "key": "PW"}}}]}]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal("a b", Assert.Single(pod.Log.Of("c1")).Text);
    }
}
