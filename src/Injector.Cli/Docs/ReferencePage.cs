namespace Injector.Cli.Docs;

/// <summary>A page under <c>docs/reference</c>, made from the code it describes.</summary>
/// <param name="FileName">For example <c>codes.md</c>.</param>
/// <param name="Text">The page.</param>
internal sealed record ReferencePage(string FileName, string Text);
