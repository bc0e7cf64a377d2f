namespace Injector.Templates.Syntax;

/// <summary>Where the result of a pipeline goes.</summary>
internal enum PipeTarget
{
    /// <summary>To whatever contains the pipeline.</summary>
    Result,

    /// <summary>Into new variables: <c>:=</c>.</summary>
    Declaration,

    /// <summary>Into existing variables: <c>=</c>.</summary>
    Assignment,
}
