namespace Injector.Contracts.Agent.Reading;

/// <summary>The text is neither JSON nor HCL from here on. Thrown by the parsers, turned into a diagnostic by <see cref="AgentConfigurationReader"/>.</summary>
internal sealed class ConfigSyntaxException(int offset, string reason) : FormatException(reason)
{
    public int Offset { get; } = offset;

    public string Reason { get; } = reason;
}
