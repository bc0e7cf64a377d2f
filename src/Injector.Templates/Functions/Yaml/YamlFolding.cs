using System.Runtime.InteropServices;
using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Yaml;

/// <summary>White space inside a scalar: blanks are kept, a single line break becomes a blank, more of them lose one.</summary>
internal sealed class YamlFolding
{
    private readonly List<byte> _blanks = [];
    private readonly List<byte> _leadingBreak = [];
    private readonly List<byte> _furtherBreaks = [];

    public bool AfterBreak { get; private set; }

    /// <summary>Takes one blank or one line break.</summary>
    public void Take(YamlCursor cursor)
    {
        if (cursor.IsBlank())
        {
            if (!AfterBreak)
            {
                _blanks.Add(cursor.Peek());
            }

            cursor.Skip();
            return;
        }

        using var line = new ByteBuffer(8);
        cursor.ReadLine(line);
        if (AfterBreak)
        {
            _furtherBreaks.AddRange(line.Written);
            return;
        }

        _blanks.Clear();
        _leadingBreak.AddRange(line.Written);
        AfterBreak = true;
    }

    /// <summary>Takes a backslash and the line break after it, which joins the lines without a blank.</summary>
    public void TakeEscapedBreak(YamlCursor cursor)
    {
        cursor.Skip();
        cursor.SkipLine();
        AfterBreak = true;
    }

    public void FlushTo(ByteBuffer output)
    {
        if (!AfterBreak)
        {
            output.Append(CollectionsMarshal.AsSpan(_blanks));
        }
        else if (_leadingBreak is [(byte)'\n'] && _furtherBreaks.Count == 0)
        {
            output.Append(' ');
        }
        else
        {
            if (_leadingBreak is not [(byte)'\n'])
            {
                output.Append(CollectionsMarshal.AsSpan(_leadingBreak));
            }

            output.Append(CollectionsMarshal.AsSpan(_furtherBreaks));
        }

        _blanks.Clear();
        _leadingBreak.Clear();
        _furtherBreaks.Clear();
        AfterBreak = false;
    }
}
