namespace Injector.Templates.Syntax;

/// <summary><c>{{if pipeline}}</c>.</summary>
internal sealed class IfNode(int position, PipeNode pipe, ListNode list, ListNode? elseList) : BranchNode(position, pipe, list, elseList);
