using Injector.Templates.Calling;

namespace Injector.Templates.Evaluation;

/// <summary>A variable and what it holds.</summary>
internal record struct Variable(string Name, Operand Value);
