using Injector.Templates.Calling;

namespace Injector.Templates.Evaluation;

/// <summary>The variables that are alive, the newest last. A template that is called sees none of its caller's.</summary>
internal sealed class VariableStack
{
    private Variable[] _variables = new Variable[4];
    private int _bottom;

    public int Count { get; private set; }

    /// <summary>Hides everything that is there; give the result to <see cref="Show"/> to get it back.</summary>
    public int Hide()
    {
        var bottom = _bottom;
        _bottom = Count;
        return bottom;
    }

    public void Show(int bottom)
    {
        Count = _bottom;
        _bottom = bottom;
    }

    public void Push(string name, Operand value)
    {
        if (Count == _variables.Length)
        {
            Array.Resize(ref _variables, Count * 2);
        }

        _variables[Count++] = new Variable(name, value);
    }

    /// <summary>Forgets all but the first <paramref name="count"/>.</summary>
    public void PopTo(int count) => Count = count;

    /// <summary>Changes the variable that is <paramref name="fromTop"/> places from the top, counted from 1.</summary>
    public void SetTop(int fromTop, Operand value) => _variables[Count - fromTop].Value = value;

    public bool TrySet(string name, Operand value)
    {
        var index = Find(name);
        if (index < 0)
        {
            return false;
        }

        _variables[index].Value = value;
        return true;
    }

    public bool TryGet(string name, out Operand value)
    {
        var index = Find(name);
        value = index < 0 ? default : _variables[index].Value;
        return index >= 0;
    }

    private int Find(string name)
    {
        for (var i = Count - 1; i >= _bottom; i--)
        {
            if (string.Equals(_variables[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
