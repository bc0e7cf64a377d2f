using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Checks;

/// <summary>Finds what HashiCorp's agent can do and ours refuses: said here, it need not be found in the log of a container that does not start.</summary>
internal static class OwnAgentChecks
{
    private static readonly string[] LoginMethods = ["kubernetes", "jwt", "approle", "cert", "token_file"];

    public static void Run(AgentPlan plan, AnnotationReader reader)
    {
        if (plan.Engine != AgentEngine.Injector || plan.UsesConfigMap)
        {
            return;
        }

        if (plan.Login.Type.Length > 0 && !LoginMethods.Contains(plan.Login.Type))
        {
            reader.Report.Warn(Catalogue.Injection.LoginUnknown.For(reader.Annotations.KeyOf(AuthType), ShortValue.Of(plan.Login.Type)));
        }

        foreach (var secret in plan.Secrets.Where(secret => secret.Destination.Contains("/..", StringComparison.Ordinal)))
        {
            var below = secret.Destination[Math.Min(secret.MountPath.Length, secret.Destination.Length)..];
            if (below.Contains("/..", StringComparison.Ordinal))
            {
                reader.Report.Warn(Catalogue.Injection.NameReserved.For(Secret.For(secret.Name), secret.Name, ShortValue.Of(secret.Destination)));
            }
        }
    }
}
