using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Decides which agent a pod gets.</summary>
internal static class EngineChoice
{
    private static readonly string[] ForeignImages = ["vault", "vault-enterprise", "openbao", "openbao-ubi", "openbao-hsm"];

    public static AgentEngine Of(AnnotationReader reader, InjectionSettings settings)
    {
        if (reader.Annotations.TryGet(Engine.Name, out var entry))
        {
            return reader.Choice(Engine) == "vault" ? AgentEngine.Vault : AgentEngine.Injector;
        }

        // A workload that pins HashiCorp's image moves over without an edit: that image can only be started in its own way.
        if (settings.Engine == AgentEngine.Injector && reader.Annotations.IsOnPod(Image) && IsForeign(reader.Text(Image)))
        {
            var key = reader.Annotations.KeyOf(Image);
            reader.Report.Warn(Catalogue.Injection.EngineByImage.For(key, reader.Text(Image)));
            return AgentEngine.Vault;
        }

        return settings.Engine;
    }

    private static bool IsForeign(string image)
    {
        var name = image.Split('@')[0];
        name = name[(name.LastIndexOf('/') + 1)..].Split(':')[0];
        return ForeignImages.Contains(name);
    }
}
