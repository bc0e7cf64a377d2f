using Injector.Contracts.Diagnostics;
using Injector.Templates;
using Injector.Templates.Dependencies;

namespace Injector.Rendering.Templating;

/// <summary>A template with a sandbox reads and writes files in that folder only.</summary>
internal static class SandboxRule
{
    public static Diagnostic? Check(FileTemplate template, RenderResult result)
    {
        if (template.Sandbox is not { Length: > 0 } sandbox)
        {
            return null;
        }

        var folder = Path.GetFullPath(sandbox).TrimEnd('/') + "/";
        foreach (var used in result.Used)
        {
            if (used is FileContent file && !IsInside(file.Path, folder))
            {
                return Breach(template, file.Path, sandbox);
            }
        }

        foreach (var write in result.Writes)
        {
            if (!IsInside(write.Path, folder))
            {
                return Breach(template, write.Path, sandbox);
            }
        }

        return null;
    }

    private static bool IsInside(string path, string folder) => Path.GetFullPath(path, folder).StartsWith(folder, StringComparison.Ordinal);

    private static Diagnostic Breach(FileTemplate template, string path, string sandbox) =>
        Catalogue.Publishing.OutsideSandbox.For(template.Target.Destination, template.Target.Destination, path, sandbox);
}
