using Injector.Templates.Calling;
using Injector.Templates.Syntax;

namespace Injector.Templates.Evaluation;

/// <summary>A list of nodes that is being walked, and what to restore when it ends.</summary>
internal struct Frame
{
    public ListNode List;
    public int Next;
    public Operand Dot;

    /// <summary>How many variables there were before the frame.</summary>
    public int VariableMark;

    /// <summary>For the body of a range: where it is.</summary>
    public Loop? Loop;

    /// <summary>For the body of a called template: the template to return to.</summary>
    public TemplateTree? Caller;

    /// <summary>For the body of a called template: the caller's bottom of the variables.</summary>
    public int CallerBottom;
}
