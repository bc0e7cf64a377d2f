using System.Globalization;
using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <content>range, break and continue.</content>
internal sealed partial class Evaluator
{
    private void StartRange(RangeNode range, Operand dot)
    {
        _node = range;
        var mark = _variables.Count;
        var subject = Pipeline(dot, range.Pipe).Value;
        if (HasFailed || !CanIterate(range, subject))
        {
            return;
        }

        // Functions may change a map of their own while it is walked: the loop sees it as it was.
        subject = _scope.OwnsValues && subject is MapValue map ? map.ShallowCopy() : subject;
        var loop = new Loop(range, subject, _variables.Count);
        if (!loop.TryNext(out var key, out var element))
        {
            EnterElse(range, dot, mark);
            return;
        }

        PushFrame(new Frame { List = range.List, VariableMark = mark, Loop = loop });
        StartRound(loop, key, element);
    }

    private bool CanIterate(RangeNode range, Value subject)
    {
        if (subject is IntegerValue && range.Pipe.Variables.Length > 1)
        {
            Fail($"can't use {GoPrint.Format("%v", subject)} to iterate over more than one variable");
            return false;
        }

        if (subject is NilValue or ListValue or MapValue or AnyMapValue or IntegerValue or ChannelValue)
        {
            return true;
        }

        Fail($"range can't iterate over {PointedTo(subject)}");
        return false;
    }

    private static string PointedTo(Value subject)
    {
        using var buffer = new ByteBuffer();
        var printer = new Printer(buffer);
        if (subject is ObjectValue target)
        {
            printer.PrintPointedTo(target);
        }
        else
        {
            printer.Print(subject);
        }

        return GoText.Decode(buffer.Written);
    }

    private void StartRound(Loop loop, Operand key, Operand element)
    {
        if (++_scope.Rounds > _scope.Limits.Iterations)
        {
            var limit = _scope.Limits.Iterations.ToString(CultureInfo.InvariantCulture);
            Fail($"loops run more than {limit} times", Catalogue.Templates.IterationLimit);
            return;
        }

        var pipe = loop.Node.Pipe;
        if (pipe.Target == PipeTarget.Assignment)
        {
            // The element last: it stays when both variables are the same.
            if (pipe.Variables.Length > 1)
            {
                Assign(pipe.Variables[0].Name, key);
            }

            Assign(pipe.Variables[^1].Name, element);
        }
        else if (pipe.Variables.Length > 0)
        {
            _variables.SetTop(1, element);
            if (pipe.Variables.Length > 1)
            {
                _variables.SetTop(2, key);
            }
        }

        ref var frame = ref _frames[_frameCount - 1];
        frame.Dot = element;
        frame.Next = 0;
    }

    private void NextRound()
    {
        var frame = _frames[_frameCount - 1];
        if (frame.Loop is not { } loop)
        {
            return;
        }

        _variables.PopTo(loop.VariableMark);
        if (loop.TryNext(out var key, out var element))
        {
            StartRound(loop, key, element);
        }
        else
        {
            EndLoop(frame);
        }
    }

    private void EndLoop(in Frame frame)
    {
        _variables.PopTo(frame.VariableMark);
        _frameCount--;
    }

    // Leaves the frames inside the innermost loop.
    private void ExitLoops()
    {
        while (_frames[_frameCount - 1].Loop is null)
        {
            _frameCount--;
        }
    }

    private void Assign(string name, Operand value)
    {
        if (!_variables.TrySet(name, value))
        {
            Fail("undefined variable: " + name);
        }
    }
}
