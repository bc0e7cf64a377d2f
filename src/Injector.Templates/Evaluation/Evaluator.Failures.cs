using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Syntax;

namespace Injector.Templates.Evaluation;

/// <content>The first failure, and the node it is blamed on.</content>
internal sealed partial class Evaluator
{
    // The node visited last: Go blames it, even when it is only an argument that was evaluated well.
    private Node _node;

    /// <summary>Why the run ended early, if it did.</summary>
    public TemplateError? Error { get; private set; }

    private bool HasFailed => Error is not null;

    private Operand Fail(string message) => Fail(message, Catalogue.Templates.Execution);

    private Operand Fail(string message, DiagnosticDescriptor descriptor)
    {
        Error ??= _locator.ErrorAt(_node, _tree.Name, message, descriptor);
        return Operand.Invalid;
    }
}
