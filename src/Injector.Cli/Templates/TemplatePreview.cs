using System.Text.Json;
using Injector.Contracts.Agent;
using Injector.Templates;
using Injector.Templates.Checking;

namespace Injector.Cli.Templates;

/// <summary>Renders a template with the agent's engine.</summary>
/// <param name="output">Takes the rendered bytes.</param>
/// <param name="errors">Takes everything else.</param>
internal sealed class TemplatePreview(Stream output, TextWriter errors)
{
    /// <summary>Renders and reports.</summary>
    /// <param name="template">The template's file.</param>
    /// <param name="data">The data, if any.</param>
    /// <param name="answers">The recorded answers, if any.</param>
    /// <param name="options">How to read and run the template.</param>
    /// <returns>The exit code.</returns>
    public int Run(FileInfo template, FileInfo? data, FileInfo? answers, TemplateOptions options)
    {
        foreach (var file in new[] { template, data, answers })
        {
            if (file is { Exists: false })
            {
                errors.WriteLine($"The file '{file}' does not exist.");
                return ExitCodes.Usage;
            }
        }

        var text = File.ReadAllText(template.FullName);
        return Inputs(data, answers) is { } inputs ? Render(template, text, inputs, options) : ExitCodes.Usage;
    }

    private int Render(FileInfo file, string text, TemplateCase inputs, TemplateOptions options)
    {
        var parsed = Template.Parse(text, options);
        if (parsed.Template is not { } template)
        {
            foreach (var error in parsed.Errors)
            {
                errors.Write(ErrorExcerpt.Of(file.Name, text, error));
            }

            return ExitCodes.TemplateFailed;
        }

        var result = template.Render(inputs.Host, inputs.Dot);
        foreach (var missing in result.Missing)
        {
            errors.WriteLine($"{file.Name}: no answer is recorded for {missing.Name}; the agent would wait for it.");
        }

        if (result.Error is { } failure)
        {
            errors.Write(ErrorExcerpt.Of(file.Name, text, failure));
            return ExitCodes.TemplateFailed;
        }

        foreach (var write in result.Writes)
        {
            errors.WriteLine($"{file.Name}: would also write '{write.Path}' ({write.Mode}, permissions {write.Permissions}).");
        }

        output.Write(result.Output.Span);
        output.Flush();
        return result.IsComplete ? ExitCodes.Success : ExitCodes.SecretUnavailable;
    }

    /// <summary>Puts both files together in the form the case reader takes.</summary>
    private TemplateCase? Inputs(FileInfo? data, FileInfo? answers)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                writer.WriteStartObject();
                WriteMember(writer, "data", data);
                CopyMembers(writer, answers);
                writer.WriteEndObject();
            }

            using var document = JsonDocument.Parse(buffer.ToArray());
            return new TemplateCaseReader(TimeProvider.System).Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            errors.WriteLine($"The data or the recorded answers are not JSON of the expected form: {problem.Message}");
            return null;
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, FileInfo? file)
    {
        if (file is not null)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            writer.WritePropertyName(name);
            document.RootElement.WriteTo(writer);
        }
    }

    private static void CopyMembers(Utf8JsonWriter writer, FileInfo? file)
    {
        if (file is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("recorded answers are an object");
        }

        foreach (var member in document.RootElement.EnumerateObject().Where(static member => member.Name != "data"))
        {
            member.WriteTo(writer);
        }
    }
}
