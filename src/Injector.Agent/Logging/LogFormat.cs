namespace Injector.Agent.Logging;

/// <summary>The reference's two formats.</summary>
internal enum LogFormat
{
    Standard,
    Json,
}
