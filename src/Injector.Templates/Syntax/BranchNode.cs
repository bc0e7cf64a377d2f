namespace Injector.Templates.Syntax;

/// <summary><c>if</c>, <c>with</c> and <c>range</c>: a condition, a body, and perhaps an else part.</summary>
internal abstract class BranchNode(int position, PipeNode pipe, ListNode list, ListNode? elseList) : Node(position)
{
    public PipeNode Pipe { get; } = pipe;

    public ListNode List { get; } = list;

    public ListNode? ElseList { get; } = elseList;
}
