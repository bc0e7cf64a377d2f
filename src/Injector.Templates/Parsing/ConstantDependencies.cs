using Injector.Templates.Calling;
using Injector.Templates.Dependencies;
using Injector.Templates.Syntax;

namespace Injector.Templates.Parsing;

/// <summary>Finds the dependencies that stand in a text as constants.</summary>
internal sealed class ConstantDependencies(string destination)
{
    private readonly List<Dependency> _found = [];

    public static IReadOnlyList<Dependency> Of(IEnumerable<TemplateTree> trees, string destination)
    {
        var search = new ConstantDependencies(destination);
        foreach (var tree in trees)
        {
            search.Visit(tree.Root);
        }

        return search._found;
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
        if (command.Words[0] is not IdentifierNode { Function: { } function } || !function.Traits.HasFlag(FunctionTraits.ReadsDependency))
        {
            return;
        }

        var arguments = new List<string>();
        for (var i = 1; i < command.Words.Length; i++)
        {
            if (command.Words[i] is not StringNode text)
            {
                return;
            }

            arguments.Add(text.Value.Decode());
        }

        if (DependencyRequest.Of(function.Name, arguments.ToArray(), destination).Dependency is { } dependency && !_found.Contains(dependency))
        {
            _found.Add(dependency);
        }
    }
}
