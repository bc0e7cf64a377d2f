using Injector.Templates.Calling;
using Injector.Templates.Dependencies;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Rendering;

/// <summary>Finds the dependencies that stand in a text as constants, by making the calls whose arguments are all constant texts.</summary>
internal sealed class ConstantDependencies(TemplateOptions options)
{
    private readonly RenderScope _scope = new(UnansweringHost.Instance, options, ownsValues: false);

    public static IReadOnlyList<Dependency> Of(IEnumerable<TemplateTree> trees, TemplateOptions options)
    {
        var search = new ConstantDependencies(options);
        foreach (var tree in trees)
        {
            search.Visit(tree.Root);
        }

        return [.. search._scope.Used];
    }

    private void Visit(Node? node)
    {
        switch (node)
        {
            case ListNode list:
                Array.ForEach(list.Nodes, Visit);
                break;
            case ActionNode action:
                Visit(action.Pipe);
                break;
            case BranchNode branch:
                Visit(branch.Pipe);
                Visit(branch.List);
                Visit(branch.ElseList);
                break;
            case TemplateNode template:
                Visit(template.Pipe);
                break;
            case PipeNode pipe:
                Array.ForEach(pipe.Commands, VisitCommand);
                break;
            case ChainNode chain:
                Visit(chain.Receiver);
                break;
        }
    }

    private void VisitCommand(CommandNode command)
    {
        Array.ForEach(command.Words, Visit);
        if (command.Words is not [IdentifierNode { Function: { } function }, StringNode, ..]
            || !function.Traits.HasFlag(FunctionTraits.ReadsDependency)
            || !command.Words.Skip(1).All(static word => word is StringNode))
        {
            return;
        }

        // What a call with wrong arguments says does not matter here: it will say it again when the template runs.
        var arguments = command.Words.Skip(1).OfType<StringNode>().Select(static word => Operand.Exact(word.Value)).ToArray();
        if (function.Arity == FunctionArity.Variadic || function.FixedCount == arguments.Length)
        {
            function.Body(new FunctionCall(arguments, _scope, Value.Nil));
            _scope.Failure = null;
        }
    }
}
