using Injector.Contracts.Diagnostics;
using Injector.Templates.Formatting;
using Injector.Templates.Lexing;
using Injector.Templates.Syntax;

namespace Injector.Templates.Evaluation;

/// <summary>Makes errors that name the place of a node.</summary>
internal sealed class SourceLocator(SourceText source, string name)
{
    public TemplateError ErrorAt(Node node, string treeName, string message, DiagnosticDescriptor descriptor)
    {
        var (line, column) = source.Locate(node.Position);
        var context = NodeText.Of(node);
        var text = FormattableString.Invariant($"template: {name}:{line}:{column}: executing {GoQuote.Quote(treeName)} at <{context}>: {message}");
        return new TemplateError(descriptor, TemplatePhase.Execute, text, line, column, new TextSpan(node.Position, 0));
    }
}
