using Injector.Contracts.Annotations;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Chooses the containers that get the files.</summary>
internal static class MountTargetsReader
{
    public static MountTargets Read(PodView pod, AnnotationReader reader, AgentLayout layout, InjectionPreset preset)
    {
        var prePopulates = layout is AgentLayout.InitOnly or AgentLayout.Pair or AgentLayout.Native;
        var initContainers = prePopulates ? Numbered(pod.InitContainers) : [];
        if (!reader.Annotations.TryGet(AnnotationCatalogue.Containers.Name, out var entry))
        {
            return new MountTargets(Numbered(pod.Containers), initContainers);
        }

        var names = ListText.Split(entry.Text).Select(name => Exact(name, entry.Key, reader, preset)).ToHashSet();
        foreach (var name in names.Where(name => !pod.Containers.Concat(pod.InitContainers).Any(container => container.Name == name)))
        {
            reader.Report.Warn(Catalogue.Injection.UnknownContainer.For(entry.Key, entry.Key, name));
        }

        // The reference gives every init container the files. Naming one of them narrows that down.
        var named = initContainers.FindAll(target => names.Contains(target.Container.Name));
        return new MountTargets(
            Numbered(pod.Containers).FindAll(target => names.Contains(target.Container.Name)),
            named.Count > 0 && preset != InjectionPreset.Compatible ? named : initContainers);
    }

    private static string Exact(string name, string key, AnnotationReader reader, InjectionPreset preset)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == name.Length)
        {
            return name;
        }

        reader.Report.Warn(Catalogue.Injection.BlankInList.For(key, key, trimmed));
        return preset == InjectionPreset.Compatible ? name : trimmed;
    }

    private static List<(int Index, ContainerView Container)> Numbered(IReadOnlyList<ContainerView> containers)
    {
        var numbered = new List<(int, ContainerView)>(containers.Count);
        for (var index = 0; index < containers.Count; index++)
        {
            numbered.Add((index, containers[index]));
        }

        return numbered;
    }
}
