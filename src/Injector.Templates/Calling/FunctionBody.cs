using Injector.Templates.Values;

namespace Injector.Templates.Calling;

/// <summary>The code of a function. Arguments are already of the declared types; a failure is <c>return call.Fail("…")</c>.</summary>
internal delegate Value FunctionBody(FunctionCall call);
