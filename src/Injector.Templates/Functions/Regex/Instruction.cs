namespace Injector.Templates.Functions.Regex;

/// <summary>One instruction: <c>Next</c> is taken first, <c>Argument</c> is the second way of a split, a rune or a capture slot.</summary>
internal readonly record struct Instruction(Operation Operation, int Next, int Argument, CharacterClass? Class);
