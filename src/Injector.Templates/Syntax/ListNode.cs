namespace Injector.Templates.Syntax;

/// <summary>What stands between two control words.</summary>
internal sealed class ListNode(int position, Node[] nodes) : Node(position)
{
    public Node[] Nodes { get; } = nodes;

    /// <summary>Whether there is nothing but white space: such definitions never replace others.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var node in Nodes)
            {
                if (node is not TextNode text || !text.IsBlank)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
