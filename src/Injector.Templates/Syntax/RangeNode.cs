namespace Injector.Templates.Syntax;

/// <summary><c>{{range pipeline}}</c>.</summary>
internal sealed class RangeNode(int position, PipeNode pipe, ListNode list, ListNode? elseList) : BranchNode(position, pipe, list, elseList);
