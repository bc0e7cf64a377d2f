namespace Injector.Webhook.Settings;

/// <summary>Form of log lines.</summary>
internal enum LogForm
{
    /// <summary>One line of text.</summary>
    Standard,

    /// <summary>One JSON object per line.</summary>
    Json,
}
