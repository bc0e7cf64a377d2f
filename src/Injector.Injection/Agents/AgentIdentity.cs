namespace Injector.Injection.Agents;

/// <summary>The security context of the agent containers.</summary>
/// <param name="User">User id.</param>
/// <param name="Group">Group id.</param>
/// <param name="Seccomp">Seccomp profile; empty: none.</param>
internal sealed record AgentIdentity(long User, long Group, string Seccomp)
{
    public bool IsRoot => User == 0 || Group == 0;
}
