namespace Injector.Webhook.CommandLine;

/// <summary>The text of an option and who gave it.</summary>
/// <param name="Text">The value; empty: not set.</param>
/// <param name="Source">Who gave it.</param>
internal readonly record struct OptionValue(string Text, OptionSource Source);
