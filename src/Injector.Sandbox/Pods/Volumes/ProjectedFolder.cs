using System.Globalization;

namespace Injector.Sandbox.Pods.Volumes;

/// <summary>Publishes files as the kubelet does: a folder per generation, and the link <c>..data</c> that is swapped in one step.</summary>
/// <param name="path">The volume's folder.</param>
/// <param name="owner">Who owns the files; -1: root.</param>
/// <param name="group">Their group; -1: root's.</param>
internal sealed class ProjectedFolder(string path, long owner, long group)
{
    private const string Current = "..data";
    private int _generation;

    public void Publish(IReadOnlyList<ProjectedFile> files)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"..generation_{++_generation}");
        var folder = Path.Combine(path, name);
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            Write(folder, file);
        }

        var link = Path.Combine(path, Current);
        var previous = new FileInfo(link).LinkTarget;
        var aside = Path.Combine(path, "..data_tmp");
        File.CreateSymbolicLink(aside, name);
        Posix.Rename(aside, link);
        foreach (var first in files.Select(file => file.Path.Split('/')[0]).Distinct())
        {
            if (!Path.Exists(Path.Combine(path, first)))
            {
                File.CreateSymbolicLink(Path.Combine(path, first), $"{Current}/{first}");
            }
        }

        if (previous is not null)
        {
            Directory.Delete(Path.Combine(path, previous), recursive: true);
        }
    }

    private void Write(string folder, ProjectedFile file)
    {
        var target = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
        File.WriteAllBytes(target, file.Content);
        File.SetUnixFileMode(target, file.Mode);
        if (Environment.IsPrivilegedProcess)
        {
            Posix.ChangeOwner(target, owner, group);
        }
    }
}
