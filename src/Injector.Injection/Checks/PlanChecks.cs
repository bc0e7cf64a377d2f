using Injector.Contracts.Diagnostics;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Checks;

/// <summary>The reference's checks of a plan as a whole, in its order.</summary>
internal static class PlanChecks
{
    public static void Run(AgentPlan plan, string @namespace, AnnotationReader reader)
    {
        Require(reader, RequestedNamespace(reader, @namespace).Length > 0, Catalogue.Injection.NamespaceMissing, "namespace missing from request");
        Require(reader, plan.Image.Length > 0, Catalogue.Injection.ImageMissing, "no Vault image found");
        if (plan.UsesConfigMap)
        {
            return;
        }

        Require(reader, plan.Login.Type.Length > 0, Catalogue.Injection.AuthTypeMissing, "no Vault Auth Type found");
        var hasRole = plan.Login.Config.TryGetValue("role", out var role) && role.Length > 0;
        Require(reader, plan.Login.Type != "kubernetes" || hasRole, Catalogue.Injection.RoleMissing, "no Vault role found");
        Require(reader, plan.Login.Path.Length > 0, Catalogue.Injection.AuthPathMissing, "no Vault Auth Path found");
        Require(reader, plan.Connection.Address.Length > 0, Catalogue.Injection.AddressMissing, "no Vault address found");
    }

    private static string RequestedNamespace(AnnotationReader reader, string @namespace) =>
        reader.Annotations.TryGet(RequestNamespace.Name, out var entry) ? entry.Text : @namespace;

    private static void Require(AnnotationReader reader, bool holds, DiagnosticDescriptor descriptor, string words)
    {
        if (!holds)
        {
            reader.Report.Deny(DenialStage.Validation, descriptor.For("pod"), words);
        }
    }
}
