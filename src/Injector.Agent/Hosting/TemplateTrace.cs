using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Running;
using Injector.Rendering.Templating;

namespace Injector.Agent.Hosting;

/// <summary>Says at the level <c>trace</c> how long reading the templates and every pass over one of them took; <c>make bench-agent</c> adds it up.</summary>
internal static class TemplateTrace
{
    private const string Source = "template.server";

    /// <returns>What was set up; with the level on, its templates report their passes.</returns>
    public static (RenderingSettings? Settings, IReadOnlyList<Diagnostic> Faults) Follow(
        Func<(RenderingSettings? Settings, IReadOnlyList<Diagnostic> Faults)> setUp,
        PartTools tools)
    {
        if (!tools.Log.IsEnabled(EventLevel.Trace))
        {
            return setUp();
        }

        var started = tools.Time.GetTimestamp();
        var (settings, faults) = setUp();
        tools.Log.Write(EventLevel.Trace, Source, "templates parsed", Took(started, tools));
        return (settings is null ? null : settings with { Templates = [.. settings.Templates.Select(template => Timed(template, tools))] }, faults);
    }

    private static FileTemplate Timed(FileTemplate template, PartTools tools) => template with
    {
        Render = host =>
        {
            var started = tools.Time.GetTimestamp();
            var result = template.Render(host);
            tools.Log.Write(EventLevel.Trace, Source, "pass over a template", new EventField("destination", template.Target.Destination), Took(started, tools));
            return result;
        },
    };

    private static EventField Took(long started, PartTools tools) =>
        new("took", tools.Time.GetElapsedTime(started).TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture) + "ms");
}
