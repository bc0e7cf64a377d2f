namespace Injector.Templates.Syntax;

/// <summary>A named template of the text: the text itself, or a part of it made by <c>define</c> or <c>block</c>.</summary>
/// <param name="Name">Its name; the text itself is named by the options, usually with the empty name.</param>
/// <param name="Root">What it holds.</param>
internal sealed record TemplateTree(string Name, ListNode Root);
