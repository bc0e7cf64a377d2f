using System.Collections.Frozen;

namespace Injector.Injection.Agents;

/// <summary>The telemetry parameters the agent knows, by type. Others are left out.</summary>
internal static class TelemetryParameters
{
    public static readonly FrozenDictionary<string, TelemetryType> Types = new Dictionary<TelemetryType, string[]>
    {
        [TelemetryType.Text] =
        [
            "usage_gauge_period", "lease_metrics_epsilon", "statsite_address", "statsd_address", "circonus_api_token", "circonus_api_app", "circonus_api_url",
            "circonus_submission_interval", "circonus_submission_url", "circonus_check_id", "circonus_check_instance_id", "circonus_check_search_tag",
            "circonus_check_display_name", "circonus_check_tags", "circonus_broker_id", "circonus_broker_select_tag", "dogstatsd_addr",
            "prometheus_retention_time", "stackdriver_project_id", "stackdriver_location", "stackdriver_namespace",
        ],
        [TelemetryType.Number] = ["maximum_gauge_cardinality", "num_lease_metrics_buckets"],
        [TelemetryType.Boolean] =
        [
            "disable_hostname", "enable_hostname_label", "add_lease_metrics_namespace_labels", "filter_default", "circonus_check_force_metric_activation",
            "stackdriver_debug_logs",
        ],
        [TelemetryType.List] = ["prefix_filter", "dogstatsd_tags"],
    }.SelectMany(group => group.Value.Select(name => (name, group.Key))).ToFrozenDictionary(entry => entry.name, entry => entry.Key, StringComparer.OrdinalIgnoreCase);
}
