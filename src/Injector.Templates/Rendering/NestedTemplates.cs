using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Evaluation;
using Injector.Templates.Formatting;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Rendering;

/// <summary>Runs defined templates for functions that want their output as a text.</summary>
internal sealed class NestedTemplates(IReadOnlyDictionary<string, TemplateTree> trees, RenderScope scope, SourceLocator locator)
{
    // Each level is a recursion of the evaluator. Go would go on until its stack, and with it the process, ends.
    private const int MaximumDepth = 1000;

    private int _depth;

    public Value Execute(FunctionCall call, string name, Value dot)
    {
        if (!trees.TryGetValue(name, out var tree))
        {
            var quoted = Encoding.UTF8.GetString(GoQuote.Quote(call.Bytes(0)));
            return call.Fail($"template: no template {quoted} associated with template {GoQuote.Quote(scope.Options.Name)}");
        }

        if (_depth == MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            var depth = _depth.ToString(CultureInfo.InvariantCulture);
            return call.Fail($"templates execute each other {depth} levels deep", Catalogue.Templates.RecursionLimit);
        }

        using var output = scope.NewBuffer();
        var evaluator = new Evaluator(trees, tree, scope, locator, output);
        _depth++;
        evaluator.Run(Operand.Exact(dot));
        _depth--;
        return evaluator.Error is { } error ? call.Fail(error.Message, error.Descriptor) : call.Finish(output);
    }
}
