namespace Injector.Templates.Formatting;

/// <summary>What stands between <c>%</c> and the verb.</summary>
internal struct FormatFlags
{
    public bool HasWidth;
    public bool HasPrecision;
    public bool Minus;
    public bool Plus;
    public bool Sharp;
    public bool Space;
    public bool Zero;

    /// <summary><c>%+v</c>.</summary>
    public bool PlusV;

    /// <summary><c>%#v</c>.</summary>
    public bool SharpV;

    public int Width;
    public int Precision;

    /// <summary>Moves the flags of <c>%+v</c> and <c>%#v</c> to where they only change the form of structures.</summary>
    public void ForVerbV()
    {
        SharpV = Sharp;
        Sharp = false;
        PlusV = Plus;
        Plus = false;
    }
}
