namespace Injector.Templates.Syntax;

/// <summary><c>{{with pipeline}}</c>.</summary>
internal sealed class WithNode(int position, PipeNode pipe, ListNode list, ListNode? elseList) : BranchNode(position, pipe, list, elseList);
