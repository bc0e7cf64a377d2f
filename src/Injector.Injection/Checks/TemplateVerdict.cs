using Injector.Templates;

namespace Injector.Injection.Checks;

/// <summary>What parsing a template found out.</summary>
/// <param name="IsGood">Whether the agent can run it.</param>
/// <param name="Line">Line of the first error, from 1.</param>
/// <param name="Column">Column of the first error, from 1.</param>
/// <param name="Message">The first error, without a full stop.</param>
internal sealed record TemplateVerdict(bool IsGood, int Line, int Column, string Message)
{
    private static readonly TemplateVerdict Good = new(true, 0, 0, string.Empty);

    public static TemplateVerdict Of(TemplateText text)
    {
        var result = Template.Parse(text.Contents, new TemplateOptions { LeftDelimiter = text.LeftDelimiter, RightDelimiter = text.RightDelimiter });
        if (result.Errors.Count > 0)
        {
            var error = result.Errors[0];
            return new TemplateVerdict(false, error.Line, error.Column + 1, error.Message.TrimEnd('.'));
        }

        return result.Template is { UnavailableFunctions: [var function, ..] }
            ? new TemplateVerdict(false, 1, 1, $"function '{function}' needs Consul or Nomad, which the agent does not reach")
            : Good;
    }
}
