using Injector.Contracts.Agent.Configuration;

namespace Injector.Contracts.Agent.Reading;

/// <summary>The top level of the document.</summary>
internal static class RootSection
{
    public static AgentConfiguration Read(Section root)
    {
        var configuration = new AgentConfiguration
        {
            Vault = VaultSection.Read(root.Single("vault", BlockLabel.None)),
            AutoAuth = AutoAuthSection.Read(root.Single("auto_auth", BlockLabel.None)),
            Templates = [.. root.Sections("template", BlockLabel.None).Select(TemplateSection.Read)],
            TemplateSettings = TemplateSection.ReadSettings(root.Single("template_config", BlockLabel.None)),
            EnvironmentTemplates = [.. root.Sections("env_template", BlockLabel.Possible).Select(ProcessSection.ReadTemplate)],
            Exec = ProcessSection.Read(root.Single("exec", BlockLabel.None)),
            ExitAfterAuth = root.Flag("exit_after_auth", false),
            PidFile = root.Text("pid_file"),
            LogLevel = root.Text("log_level"),
            LogFormat = root.Text("log_format"),
            LogFile = root.Text("log_file"),
            LogFileSettings = new LogFileSettings
            {
                RotateBytes = (long?)root.Number("log_rotate_bytes"),
                RotateDuration = root.Duration("log_rotate_duration"),
                MaxFiles = (int?)root.Number("log_rotate_max_files"),
            },
            Listeners = [.. root.Sections("listener", BlockLabel.Possible).Select(ListenerSection.Read)],
            Cache = ListenerSection.ReadCache(root.Single("cache", BlockLabel.None)),
            ApiProxyUseAutoAuthToken = ListenerSection.ReadApiProxy(root.Single("api_proxy", BlockLabel.None)),
            DisableIdleConnections = root.Texts("disable_idle_connections"),
            DisableKeepAlives = root.Texts("disable_keep_alives"),
            Telemetry = ListenerSection.ReadTelemetry(root.Single("telemetry", BlockLabel.None)),
            Injector = InjectorSection.Read(root.Single("injector", BlockLabel.None)),
        };
        root.Ignore("disable_idle_connections_auto_auth", "imported_kms_key");
        root.Close(UnknownKeys.Warn);
        return configuration;
    }
}
