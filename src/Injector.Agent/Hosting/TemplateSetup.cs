using System.Text;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Commands;
using Injector.Rendering.Processes;
using Injector.Rendering.Publishing;
using Injector.Rendering.Storage;
using Injector.Rendering.Templating;
using Injector.Templates;

namespace Injector.Agent.Hosting;

/// <summary>Translates template sections; their texts are read and parsed at the start. Every fault is noted.</summary>
internal sealed class TemplateSetup(List<Diagnostic> faults)
{
    private const int MaxSourceBytes = 4 * 1024 * 1024;

    private readonly AccountNames _accounts = new(new LinuxFileSystem());
    private readonly string? _shell = File.Exists(TemplateCommand.ShellPath) ? TemplateCommand.ShellPath : null;

    /// <returns>The template; null after noting why it cannot be used.</returns>
    public FileTemplate? Create(TemplateEntry entry)
    {
        var options = new TemplateOptions
        {
            Destination = entry.Destination,
            LeftDelimiter = entry.LeftDelimiter ?? "",
            RightDelimiter = entry.RightDelimiter ?? "",
            MissingKey = entry.ErrorOnMissingKey ? MissingKey.Error : MissingKey.Zero,
            DeniedFunctions = entry.FunctionDenylist,
        };
        var target = TargetOf(entry);
        if (entry.Exec?.KillSignal is { } signal && SignalNumber.Find(signal) is null)
        {
            faults.Add(Catalogue.Agent.UnknownChoice.For(entry.Destination, entry.Destination, "kill_signal", signal, SignalNumber.Names));
        }

        return Parse(entry.Contents, entry.Source, options) is not { } template ? null : new FileTemplate(target, template.Render)
        {
            Failure = entry.ErrorFatal ? TemplateFailure.Fatal : TemplateFailure.Reported,
            Quiet = QuietOf(entry.Wait),
            Sandbox = entry.SandboxPath,
            Command = TemplateCommand.Of(entry, _shell),
        };
    }

    /// <returns>The template of a variable; null after noting why it cannot be used.</returns>
    public FileTemplate? Create(EnvironmentTemplate entry)
    {
        var options = new TemplateOptions
        {
            Destination = entry.Name,
            LeftDelimiter = entry.LeftDelimiter ?? "",
            RightDelimiter = entry.RightDelimiter ?? "",
            MissingKey = entry.ErrorOnMissingKey ? MissingKey.Error : MissingKey.Zero,
        };
        return Parse(entry.Contents, entry.Source, options) is { } template ? new FileTemplate(new FileTarget(entry.Name), template.Render) : null;
    }

    private Template? Parse(string? contents, string? source, TemplateOptions options)
    {
        if ((source is null ? Encoding.UTF8.GetBytes(contents ?? "") : ReadText(source)) is not { } text)
        {
            return null;
        }

        var (template, errors) = Template.Parse(text, options);
        faults.AddRange(errors.Select(error => error.ToDiagnostic(source ?? options.Destination)));
        return template;
    }

    private byte[]? ReadText(string path)
    {
        try
        {
            // Does not wait for a writer where somebody put a pipe.
            var text = new LinuxFileSystem().ReadFile(path);
            if (text.Length <= MaxSourceBytes)
            {
                return text;
            }

            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, "is larger than a template can be"));
        }
        catch (FileOperationException fault)
        {
            faults.Add(Catalogue.Agent.ConfigurationUnreadable.For(path, path, fault.Fault switch
            {
                FileFault.Missing => "does not exist",
                FileFault.Denied => "may not be read by this user",
                FileFault.InTheWay => "is a folder",
                _ => "cannot be read",
            }));
        }

        return null;
    }

    private FileTarget TargetOf(TemplateEntry entry) => new(entry.Destination)
    {
        Mode = entry.Perms is { Length: > 0 } perms ? Convert.ToInt32(perms, 8) : null,
        Owner = new FileOwner(IdOf(entry.User, _accounts.FindUser), IdOf(entry.Group, _accounts.FindGroup)),
        MissingParents = entry.CreateDestinationFolders ? MissingParents.Create : MissingParents.Refuse,
        PreviousFile = entry.Backup ? PreviousFile.Keep : PreviousFile.Drop,
    };

    private uint? IdOf(string? name, Func<string, uint?> find)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var id = find(name);
        if (id is null)
        {
            faults.Add(Catalogue.Agent.UnknownAccount.For(name, name));
        }

        return id;
    }

    private static QuietTime? QuietOf(WaitSettings? wait)
    {
        if (wait is null || DurationText.OrDefault(wait.Min, TimeSpan.Zero) is not { Ticks: > 0 } min)
        {
            return null;
        }

        return new QuietTime(min, DurationText.OrDefault(wait.Max, min * 4));
    }
}
