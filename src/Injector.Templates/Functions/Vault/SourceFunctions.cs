using Injector.Templates.Calling;
using Injector.Templates.Dependencies;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;
using static Injector.Templates.Calling.FunctionTraits;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Vault;

/// <summary>Functions that ask the host: secrets, certificates, files and the environment.</summary>
internal static class SourceFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("secret", [GoType.String], Any, static call => Secret(call), ReadsDependency),
        new("secrets", [GoType.String], StringList, static call => Secrets(call)) { Traits = ReadsDependency },
        FunctionDefinition.Variadic("pkiCert", [GoType.String], Any, static call => Certificate(call), ReadsDependency),
        new("file", [GoType.String], GoType.String, static call => File(call)) { Traits = ReadsDependency },
        new("env", [GoType.String], GoType.String, static call => Environment(call) ?? StringValue.Empty),
        new("mustEnv", [GoType.String], GoType.String, static call => Environment(call) is { Length: > 0 } value
            ? value
            : call.Fail($"required environment variable {call.Text(0)} is empty")),
        new("envOrDefault", [GoType.String, GoType.String], GoType.String, static call => Environment(call) ?? call[1]),
    ];

    private static Value Secret(FunctionCall call)
    {
        if (call.Count == 0)
        {
            return Value.Nil;
        }

        if (call.Count > 1)
        {
            return PairArguments.Read(call) is { } parameters && PathArgument.ReadPlain(call, "vault.write") is { } path
                ? Recall(call, new VaultWrite(path, parameters))
                : Value.Nil;
        }

        return PathArgument.Read(call, "vault.read") is { } address
            ? Recall(call, new VaultRead(address.Path, address.RawQuery))
            : Value.Nil;
    }

    private static Value Secrets(FunctionCall call)
    {
        if (call.Bytes(0).IsEmpty)
        {
            return ListValue.NilOf(StringList);
        }

        if (PathArgument.ReadPlain(call, "vault.list") is not { } path)
        {
            return Value.Nil;
        }

        return call.Scope.TryRecall(new VaultList(path), out var names) ? names : ListValue.NilOf(StringList);
    }

    private static Value Certificate(FunctionCall call)
    {
        if (call.Count == 0)
        {
            return Value.Nil;
        }

        return PairArguments.Read(call) is { } parameters && PathArgument.Read(call, "vault.read") is { } address
            ? Recall(call, new PkiCertificate(address.Path, parameters, call.Scope.Options.Destination))
            : Value.Nil;
    }

    private static Value File(FunctionCall call)
    {
        if (call.Bytes(0).IsEmpty)
        {
            return StringValue.Empty;
        }

        var path = ByteText.TrimSpace(call.String(0));
        if (path.Length == 0)
        {
            return call.Fail("file: invalid format: \"\"");
        }

        return call.Scope.TryRecall(new FileContent(path.Decode()), out var content) ? content : StringValue.Empty;
    }

    private static Value Recall(FunctionCall call, Dependency dependency) =>
        call.Scope.TryRecall(dependency, out var value) ? value : Value.Nil;

    private static StringValue? Environment(FunctionCall call) =>
        call.Scope.Host.TryGetEnvironment(call.Text(0), out var text) ? StringValue.From(text) : null;
}
