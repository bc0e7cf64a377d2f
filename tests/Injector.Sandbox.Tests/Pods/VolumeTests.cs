using System.Text;
using Injector.Sandbox.Pods;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Pods;

public sealed class VolumeTests
{
    [Fact]
    public async Task Writes_ProjectedTokenConfigMapAndDownwardApi()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "serviceAccountName": "payments",
              "volumes": [{"name": "access", "projected": {"sources": [
                {"serviceAccountToken": {"path": "token", "audience": "vault", "expirationSeconds": 600}},
                {"configMap": {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
                {"downwardAPI": {"items": [{"path": "meta/namespace", "fieldRef": {"fieldPath": "metadata.namespace"} }]}}
              ]}}],
              "containers": [{
                "name": "c1", "volumeMounts": [{"name": "access", "mountPath": "/access", "readOnly": true}],
                "command": ["/bin/sh", "-c", "cat /access/token; echo; cat /access/meta/namespace; echo; test -e /access/ca.crt && readlink /access/token"]
              }]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(["shop/payments/vault/600/1", "shop", "..data/token"], pod.Log.Of("c1").Select(line => line.Text));
    }

    [Fact]
    public async Task Renews_TokenAtFourFifthsOfItsLife()
    {
        var time = new FakeTimeProvider();
        await using var pod = await new PodBench { Time = time }.StartAsync("""
            {
              "volumes": [{"name": "access", "projected": {"sources": [{"serviceAccountToken": {"path": "token", "expirationSeconds": 1000}}]}}],
              "containers": [{"name": "c1", "command": ["sleep", "1000"], "volumeMounts": [{"name": "access", "mountPath": "/access"}]}]
            }
            """);
        await pod.WaitUntilReadyAsync(PodBench.Limit());

        time.Advance(TimeSpan.FromSeconds(799));
        var before = await pod.ExecuteAsync("c1", ["cat", "/access/token"], PodBench.Limit());
        time.Advance(TimeSpan.FromSeconds(1));
        var after = await pod.ExecuteAsync("c1", ["cat", "/access/token"], PodBench.Limit());

        Assert.Equal("shop/default//1000/1\n", before.Output);
        Assert.Equal("shop/default//1000/2\n", after.Output);
    }

    [Fact]
    public async Task Mounts_SecretsWithItemsModesAndSubPath()
    {
        var objects = new ClusterObjects();
        objects.AddSecret("shop", "tls", new Dictionary<string, byte[]> { ["tls.crt"] = "cert"u8.ToArray(), ["tls.key"] = "key"u8.ToArray() });
        await using var pod = await new PodBench { Objects = objects }.StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "tls", "secret": {"secretName": "tls", "defaultMode": 292, "items": [{"key": "tls.crt", "path": "deep/a.crt"}, {"key": "tls.key", "path": "a.key", "mode": 256}]}}],
              "containers": [{
                "name": "c1",
                "volumeMounts": [{"name": "tls", "mountPath": "/tls"}, {"name": "tls", "mountPath": "/one/a.crt", "subPath": "deep/a.crt"}],
                "command": ["/bin/sh", "-c", "cat /tls/deep/a.crt /one/a.crt; echo; stat -Lc %a /tls/deep/a.crt /tls/a.key"]
              }]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(["certcert", "444", "400"], pod.Log.Of("c1").Select(line => line.Text));
    }

    [Fact]
    public async Task Keeps_MemoryVolumesToTheirSizeLimit()
    {
        PodBench.NeedsNamespaces();
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "m", "emptyDir": {"medium": "Memory", "sizeLimit": "64Ki"}}],
              "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "head -c 100000 /dev/zero > /m/x 2> /dev/null; stat -c %s /m/x"], "volumeMounts": [{"name": "m", "mountPath": "/m"}]}]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal("65536", pod.Log.Of("c1")[^1].Text);
    }

    [Fact]
    public async Task Refuses_WritesToReadOnlyMounts()
    {
        PodBench.NeedsNamespaces();
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "m", "emptyDir": {}}],
              "containers": [{
                "name": "c1", "command": ["/bin/sh", "-c", "touch /rw/x && ! touch /ro/y && ls /ro"],
                "volumeMounts": [{"name": "m", "mountPath": "/ro", "readOnly": true}, {"name": "m", "mountPath": "/rw"}]
              }]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(PodPhase.Succeeded, status.Phase);
        Assert.Equal("x", pod.Log.Of("c1").Last(line => line.Stream == LogStream.Output).Text);
    }

    [Fact]
    public async Task Mounts_OneVolumeInsideAnother()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "outer", "emptyDir": {} }, {"name": "inner", "emptyDir": {} }],
              "containers": [{
                "name": "c1", "command": ["/bin/sh", "-c", "echo x > /data/in/file && cat /data/in/file"],
                "volumeMounts": [{"name": "inner", "mountPath": "/data/in"}, {"name": "outer", "mountPath": "/data"}]
              }]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(PodPhase.Succeeded, status.Phase);
    }

    [Fact]
    public async Task Says_WhichObjectIsMissing()
    {
        var error = await Assert.ThrowsAsync<PodSpecificationException>(() => new PodBench().StartAsync("""
            {"volumes": [{"name": "c", "configMap": {"name": "settings"}}], "containers": [{"name": "c1", "command": ["true"]}]}
            """));

        Assert.Contains("ConfigMap 'settings' is not there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_NothingBehind()
    {
        int process;
        string folder;
        await using (var pod = await new PodBench().StartAsync("""{"containers": [{"name": "c1", "command": ["sleep", "1000"]}]}"""))
        {
            await pod.WaitUntilReadyAsync(PodBench.Limit());
            folder = pod.Folder;
            process = pod.ProcessId("c1") ?? 0;
        }

        Assert.False(Directory.Exists($"/proc/{process}"));
        Assert.DoesNotContain(Encoding.UTF8.GetString(await File.ReadAllBytesAsync("/proc/self/mounts", PodBench.Limit())), "injector-pod", StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }
}
