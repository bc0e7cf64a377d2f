using System.Globalization;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;
using Injector.Rendering.Storage;
using Injector.Rendering.Templating;
using Injector.Templates;

namespace Injector.Agent.Hosting;

/// <summary>Translates one <c>template</c> section; its text is read and parsed at the start.</summary>
internal static class TemplateSetup
{
    private const int MaxSourceBytes = 4 * 1024 * 1024;

    /// <returns>The template; null after noting why it cannot be used.</returns>
    public static FileTemplate? Create(TemplateEntry entry, List<Diagnostic> faults)
    {
        if (ReadText(entry, faults) is not { } text)
        {
            return null;
        }

        var options = new TemplateOptions
        {
            Destination = entry.Destination,
            LeftDelimiter = entry.LeftDelimiter ?? "",
            RightDelimiter = entry.RightDelimiter ?? "",
            MissingKey = entry.ErrorOnMissingKey ? MissingKey.Error : MissingKey.Zero,
            DeniedFunctions = entry.FunctionDenylist,
        };
        var (template, errors) = Template.Parse(text, options);
        foreach (var error in errors)
        {
            faults.Add(error.ToDiagnostic(entry.Source ?? entry.Destination));
        }

        return template is null ? null : new FileTemplate(TargetOf(entry), template.Render)
        {
            Failure = entry.ErrorFatal ? TemplateFailure.Fatal : TemplateFailure.Reported,
            Quiet = QuietOf(entry.Wait),
        };
    }

    private static string? ReadText(TemplateEntry entry, List<Diagnostic> faults)
    {
        if (entry.Source is not { } path)
        {
            return entry.Contents ?? "";
        }

        try
        {
            var file = new FileInfo(path);
            if (file is { Exists: true, Length: <= MaxSourceBytes })
            {
                return File.ReadAllText(path);
            }

            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, file.Exists ? "is larger than a template can be" : "does not exist"));
        }
        catch (IOException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "cannot be read"));
        }
        catch (UnauthorizedAccessException)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "may not be read by this user"));
        }

        return null;
    }

    private static FileTarget TargetOf(TemplateEntry entry) => new(entry.Destination)
    {
        Mode = entry.Perms is { Length: > 0 } perms ? Convert.ToInt32(perms, 8) : null,
        Owner = new FileOwner(IdOf(entry.User), IdOf(entry.Group)),
        MissingParents = entry.CreateDestinationFolders ? MissingParents.Create : MissingParents.Refuse,
        PreviousFile = entry.Backup ? PreviousFile.Keep : PreviousFile.Drop,
    };

    private static uint? IdOf(string? text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static QuietTime? QuietOf(WaitSettings? wait)
    {
        if (wait is null || DurationText.OrDefault(wait.Min, TimeSpan.Zero) is not { Ticks: > 0 } min)
        {
            return null;
        }

        return new QuietTime(min, DurationText.OrDefault(wait.Max, min * 4));
    }
}
