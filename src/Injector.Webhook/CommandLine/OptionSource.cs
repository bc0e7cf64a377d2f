namespace Injector.Webhook.CommandLine;

/// <summary>Who gave an option its value.</summary>
internal enum OptionSource
{
    /// <summary>Nobody: the table's default.</summary>
    Default,

    /// <summary>A flag.</summary>
    Flag,

    /// <summary>An environment variable; it beats a flag.</summary>
    Environment,
}
