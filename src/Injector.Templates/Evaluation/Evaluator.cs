using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Rendering;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <summary>
/// Runs a template. This part walks the lists of nodes; it keeps its own stack of frames, so that templates may call each other as deep as Go allows.
/// </summary>
/// <remarks>After a failure every method returns at once; callers look at <see cref="HasFailed"/> after each step that can fail.</remarks>
internal sealed partial class Evaluator
{
    private readonly IReadOnlyDictionary<string, TemplateTree> _trees;
    private readonly RenderScope _scope;
    private readonly SourceLocator _locator;
    private readonly ByteBuffer _output;
    private readonly Printer _printer;
    private readonly VariableStack _variables = new();
    private readonly int _outputLimit;
    private Frame[] _frames = new Frame[4];
    private int _frameCount;
    private int _templateDepth;
    private TemplateTree _tree;

    /// <summary>Prepares a run that starts with <paramref name="tree"/>.</summary>
    public Evaluator(IReadOnlyDictionary<string, TemplateTree> trees, TemplateTree tree, RenderScope scope, SourceLocator locator, ByteBuffer output)
    {
        _trees = trees;
        _tree = tree;
        _node = tree.Root;
        _scope = scope;
        _locator = locator;
        _output = output;
        _printer = new Printer(output);
        _outputLimit = scope.Limits.OutputBytes;
    }

    /// <summary>Runs to the end or to the first failure.</summary>
    public void Run(Operand dot)
    {
        _variables.Push("$", dot);
        PushFrame(new Frame { List = _tree.Root, Dot = dot });
        while (_frameCount > 0 && !HasFailed)
        {
            ref var frame = ref _frames[_frameCount - 1];
            var nodes = frame.List.Nodes;
            if (frame.Next < nodes.Length)
            {
                Walk(nodes[frame.Next++], frame.Dot);
            }
            else
            {
                EndFrame(frame);
            }
        }
    }

    private void Walk(Node node, Operand dot)
    {
        switch (node)
        {
            case TextNode text:
                _output.Append(text.Text.Span);
                CheckOutput();
                break;
            case ActionNode action:
                WalkAction(action, dot);
                break;
            case RangeNode range:
                StartRange(range, dot);
                break;
            case BranchNode branch:
                WalkBranch(branch, dot);
                break;
            case TemplateNode template:
                CallTemplate(template, dot);
                break;
            case BreakNode:
                ExitLoops();
                EndLoop(_frames[_frameCount - 1]);
                break;
            case ContinueNode:
                ExitLoops();
                NextRound();
                break;
        }
    }

    private void WalkAction(ActionNode action, Operand dot)
    {
        _node = action;
        var value = Pipeline(dot, action.Pipe);
        if (HasFailed || action.Pipe.Target != PipeTarget.Result)
        {
            return;
        }

        _node = action;
        PrintOutput(action, value.Value);
        CheckOutput();
    }

    private void PrintOutput(ActionNode action, Value value)
    {
        switch (value)
        {
            case NilValue:
                _output.Append("<no value>"u8);
                break;
            case ChannelValue:
                Fail($"can't print {NodeText.Of(action)} of type {value.TypeName}");
                break;
            case ObjectValue subject:
                _printer.PrintPointedTo(subject);
                break;
            default:
                _printer.Print(value);
                break;
        }
    }

    private void WalkBranch(BranchNode branch, Operand dot)
    {
        _node = branch;
        var mark = _variables.Count;
        var value = Pipeline(dot, branch.Pipe);
        if (HasFailed)
        {
            return;
        }

        if (Truth.Of(value.Value))
        {
            PushFrame(new Frame { List = branch.List, Dot = branch is WithNode ? value : dot, VariableMark = mark });
        }
        else
        {
            EnterElse(branch, dot, mark);
        }
    }

    private void EnterElse(BranchNode branch, Operand dot, int mark)
    {
        if (branch.ElseList is null)
        {
            _variables.PopTo(mark);
        }
        else
        {
            PushFrame(new Frame { List = branch.ElseList, Dot = dot, VariableMark = mark });
        }
    }

    private void CallTemplate(TemplateNode call, Operand dot)
    {
        _node = call;
        if (!_trees.TryGetValue(call.Name, out var tree))
        {
            Fail($"template {GoQuote.Quote(call.Name)} not defined");
            return;
        }

        if (_templateDepth == _scope.Limits.TemplateDepth)
        {
            var limit = _scope.Limits.TemplateDepth.ToString(CultureInfo.InvariantCulture);
            Fail($"exceeded maximum template depth ({limit})", Catalogue.Templates.RecursionLimit);
            return;
        }

        var argument = call.Pipe is null ? Operand.Invalid : Pipeline(dot, call.Pipe);
        if (HasFailed)
        {
            return;
        }

        var bottom = _variables.Hide();
        _variables.Push("$", argument);
        PushFrame(new Frame { List = tree.Root, Dot = argument, Caller = _tree, CallerBottom = bottom });
        _tree = tree;
        _templateDepth++;
    }

    private void EndFrame(in Frame frame)
    {
        if (frame.Loop is not null)
        {
            NextRound();
            return;
        }

        if (frame.Caller is not null)
        {
            _tree = frame.Caller;
            _variables.Show(frame.CallerBottom);
            _templateDepth--;
        }
        else
        {
            _variables.PopTo(frame.VariableMark);
        }

        _frameCount--;
    }

    private void PushFrame(in Frame frame)
    {
        if (_frameCount == _frames.Length)
        {
            Array.Resize(ref _frames, _frameCount * 2);
        }

        _frames[_frameCount++] = frame;
    }

    private void CheckOutput()
    {
        if (_output.Length > _outputLimit || _output.Overflowed)
        {
            var limit = _outputLimit.ToString(CultureInfo.InvariantCulture);
            Fail($"the output is larger than {limit} bytes", Catalogue.Templates.OutputLimit);
        }
    }
}
