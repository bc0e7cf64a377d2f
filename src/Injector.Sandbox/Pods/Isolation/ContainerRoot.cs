namespace Injector.Sandbox.Pods.Isolation;

/// <summary>The root file system of one attempt of a container: folders and mount points are made here, the mounts are listed.</summary>
internal sealed class ContainerRoot
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111 | UnixFileMode.StickyBit;
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode WritableByAll = ReadableByAll | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private static readonly string[] HostFolders = ["usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc", "opt", "sys"];
    private static readonly string[] EmptyFolders = ["proc", "dev", "dev/shm", "etc", "run", "var", "home", "root"];
    private static readonly string[] Devices = ["null", "zero", "full", "random", "urandom", "tty"];
    private readonly ContainerPlan _plan;
    private readonly HostPath _pod;

    public ContainerRoot(HostPath pod, ContainerPlan plan)
    {
        _pod = pod;
        _plan = plan;
        Path = pod.Child($"{plan.Id}.root");
        TerminationMessage = pod.Child($"{plan.Id}.termination");
    }

    public HostPath Path { get; }

    public HostPath TerminationMessage { get; }

    public MountTable Mounts { get; } = new();

    private IEnumerable<string> OwnPaths => _plan.Image.Files.Keys.Concat(_plan.Image.Links.Keys);

    public void Build()
    {
        Directory.CreateDirectory(Path.Reachable);
        Mounts.Bind(Path.Inside, Path.Inside, _plan.HasReadOnlyRoot ? "ro" : string.Empty);
        AddFolders();
        if (_plan.Image.Base == ImageBase.Host)
        {
            AddHost();
        }

        AddDevices();
        AddNames();
        foreach (var (target, source) in _plan.Image.Files.OrderBy(file => file.Key.Length))
        {
            Bind(target, new HostPath(source, source), "ro");
        }

        foreach (var (path, target) in _plan.Image.Links)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Reach(path)) ?? Path.Reachable);
            File.CreateSymbolicLink(Reach(path), target);
        }

        foreach (var mount in _plan.Mounts)
        {
            Bind(mount.Target, mount.Source, mount.IsReadOnly ? "ro" : string.Empty);
        }

        File.WriteAllBytes(TerminationMessage.Reachable, []);
        File.SetUnixFileMode(TerminationMessage.Reachable, WritableByAll);
        Bind(_plan.TerminationMessagePath, TerminationMessage, string.Empty);
        Directory.CreateDirectory(Reach(_plan.WorkingDirectory));
    }

    private void AddFolders()
    {
        foreach (var folder in EmptyFolders)
        {
            Directory.CreateDirectory(Reach(folder));
        }

        foreach (var folder in (string[])["tmp", "var/tmp"])
        {
            Directory.CreateDirectory(Reach(folder));
            File.SetUnixFileMode(Reach(folder), Everybody);
        }
    }

    private void AddHost()
    {
        foreach (var folder in HostFolders)
        {
            var own = new DirectoryInfo("/" + folder);
            if (!own.Exists)
            {
                continue;
            }

            if (own.LinkTarget is not { } link)
            {
                Directory.CreateDirectory(Reach(folder));
                Mounts.Bind(own.FullName, Inside(folder), "ro");
            }
            else if (OwnPaths.Any(file => file.StartsWith($"/{folder}/", StringComparison.Ordinal)))
            {
                // The image puts a file of its own there: a folder of links leaves room for it.
                Directory.CreateDirectory(Reach(folder));
                foreach (var entry in own.EnumerateFileSystemInfos().Where(entry => !OwnPaths.Contains($"/{folder}/{entry.Name}")))
                {
                    File.CreateSymbolicLink(Reach($"{folder}/{entry.Name}"), $"/{link.TrimStart('/')}/{entry.Name}");
                }
            }
            else
            {
                File.CreateSymbolicLink(Reach(folder), link);
            }
        }
    }

    private void AddDevices()
    {
        foreach (var device in Devices.Where(device => File.Exists($"/dev/{device}")))
        {
            File.WriteAllBytes(Reach($"dev/{device}"), []);
            Mounts.Bind($"/dev/{device}", Inside($"dev/{device}"), string.Empty);
        }

        File.SetUnixFileMode(Reach("dev/shm"), Everybody);
        foreach (var (name, target) in (ReadOnlySpan<(string, string)>)[("fd", "/proc/self/fd"), ("stdin", "/proc/self/fd/0"), ("stdout", "/proc/self/fd/1"), ("stderr", "/proc/self/fd/2")])
        {
            File.CreateSymbolicLink(Reach($"dev/{name}"), target);
        }
    }

    private void AddNames()
    {
        var hosts = _pod.Child($"{_plan.Id}.hosts");
        File.WriteAllText(hosts.Reachable, $"# Managed by the sandbox, as the kubelet does.\n127.0.0.1\tlocalhost\n::1\tlocalhost\n127.0.0.1\t{_plan.Hostname}\n");
        var name = _pod.Child($"{_plan.Id}.hostname");
        File.WriteAllText(name.Reachable, _plan.Hostname + "\n");
        Bind("/etc/hosts", hosts, string.Empty);
        Bind("/etc/hostname", name, string.Empty);
        if (_plan.Image.Base == ImageBase.Empty && File.Exists("/etc/resolv.conf"))
        {
            Bind("/etc/resolv.conf", new HostPath("/etc/resolv.conf", "/etc/resolv.conf"), "ro");
        }
    }

    /// <summary>Lists a mount and makes its mount point: in the volume that is mounted around it, else in the root itself.</summary>
    private void Bind(string target, HostPath source, string access)
    {
        var outer = _plan.Mounts.LastOrDefault(mount => target != mount.Target && target.StartsWith(mount.Target + "/", StringComparison.Ordinal));
        var point = outer is null ? Reach(target) : outer.Source.Reachable + target[outer.Target.Length..];
        if (!System.IO.Path.Exists(point) && !IsOnHost(target))
        {
            if (Directory.Exists(source.Reachable))
            {
                Directory.CreateDirectory(point);
            }
            else
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(point) ?? point);
                File.WriteAllBytes(point, []);
            }
        }

        Mounts.Bind(source.Inside, Inside(target), access);
    }

    private bool IsOnHost(string target) => _plan.Image.Base == ImageBase.Host
        && HostFolders.Contains(target.TrimStart('/').Split('/')[0])
        && new DirectoryInfo("/" + target.TrimStart('/').Split('/')[0]).LinkTarget is null
        && System.IO.Path.Exists(target);

    private string Reach(string path) => $"{Path.Reachable}/{path.TrimStart('/')}";

    private string Inside(string path) => $"{Path.Inside}/{path.TrimStart('/')}";
}
