using Injector.Templates.Calling;

namespace Injector.Templates.Parsing;

/// <summary>A function that occurs in a text.</summary>
internal sealed record IdentifierFunction(string Name, FunctionDefinition Definition);
