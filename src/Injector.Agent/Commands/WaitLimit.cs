using Injector.Agent.Configuring;
using Injector.Contracts.Agent;

namespace Injector.Agent.Commands;

/// <summary>How long a hook waits when its command does not say: a wait must not be long and silent.</summary>
internal static class WaitLimit
{
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(1);

    /// <summary>The document's <c>init_deadline</c>; the hook runs in the agent's container and sees the same variable.</summary>
    public static TimeSpan Of(IReadOnlyDictionary<string, string> environment)
    {
        if (!environment.ContainsKey(ConfigurationSources.Variable))
        {
            return Default;
        }

        var (result, _) = ConfigurationSources.Load([], environment);
        return DurationText.OrDefault(result?.Configuration.Injector?.InitDeadline, Default);
    }
}
