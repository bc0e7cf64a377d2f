namespace Injector.Webhook.Monitoring;

/// <summary>How the last call of the own Service went.</summary>
internal enum SelfTestResult
{
    /// <summary>None was made: the process has just started, or its certificates are somebody else's.</summary>
    None,

    /// <summary>It succeeded.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,
}
