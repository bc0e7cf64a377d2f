using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Versions;

/// <summary>A <c>*semver.Version</c>, the result of <c>sprig_semver</c>; or a <c>semver.Version</c>, the result of its methods.</summary>
internal sealed class VersionValue(SemanticVersion version, bool isPointer = true) : ObjectValue
{
    private static readonly FunctionDefinition[] Methods =
    [
        new("Major", [], GoType.UInt64, static call => IntegerValue.UInt64(Receiver(call).Major)),
        new("Minor", [], GoType.UInt64, static call => IntegerValue.UInt64(Receiver(call).Minor)),
        new("Patch", [], GoType.UInt64, static call => IntegerValue.UInt64(Receiver(call).Patch)),
        new("Prerelease", [], GoType.String, static call => StringValue.From(Receiver(call).Prerelease)),
        new("Metadata", [], GoType.String, static call => StringValue.From(Receiver(call).Metadata)),
        new("String", [], GoType.String, static call => StringValue.From(Receiver(call).ToString())),
        new("IncMajor", [], Reflected, static call => new VersionValue(Receiver(call).NextMajor(), isPointer: false)),
        new("IncMinor", [], Reflected, static call => new VersionValue(Receiver(call).NextMinor(), isPointer: false)),
        new("IncPatch", [], Reflected, static call => new VersionValue(Receiver(call).NextPatch(), isPointer: false)),
    ];

    private static readonly FunctionDefinition[] PointerMethods =
    [
        new("Original", [], GoType.String, static call => StringValue.From(Receiver(call).Original)),
        new("Compare", [GoType.Version], Int, static call => Compare(call, static order => IntegerValue.Int(order))),
        new("Equal", [GoType.Version], Bool, static call => call[0].IsNil ? BoolValue.False : Compare(call, static order => BoolValue.From(order == 0))),
        new("LessThan", [GoType.Version], Bool, static call => Compare(call, static order => BoolValue.From(order < 0))),
        new("LessThanEqual", [GoType.Version], Bool, static call => Compare(call, static order => BoolValue.From(order <= 0))),
        new("GreaterThan", [GoType.Version], Bool, static call => Compare(call, static order => BoolValue.From(order > 0))),
        new("GreaterThanEqual", [GoType.Version], Bool, static call => Compare(call, static order => BoolValue.From(order >= 0))),
    ];

    private readonly SemanticVersion _version = version;

    /// <inheritdoc/>
    public override GoKind Kind => isPointer ? GoKind.Pointer : GoKind.Struct;

    /// <inheritdoc/>
    public override string TypeName => isPointer ? "*semver.Version" : "semver.Version";

    /// <inheritdoc/>
    public override StringValue? OwnText => StringValue.From(_version.ToString());

    /// <inheritdoc/>
    public override bool IsEqualTo(ObjectValue other) =>
        ReferenceEquals(this, other) || (!isPointer && other is VersionValue { Kind: GoKind.Struct } version && _version == version._version);

    /// <inheritdoc/>
    internal override bool HidesField(string name) => name is "major" or "minor" or "patch" or "pre" or "metadata" or "original";

    /// <inheritdoc/>
    internal override bool TryGetMethod(string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = Array.Find(Methods, candidate => candidate.Name == name);
        method ??= isPointer ? Array.Find(PointerMethods, candidate => candidate.Name == name) : null;
        return method is not null;
    }

    private static SemanticVersion Receiver(FunctionCall call) => ((VersionValue)call.Receiver)._version;

    private static Value Compare(FunctionCall call, Func<int, Value> result) => call[0] is VersionValue other
        ? result(Math.Sign(Receiver(call).CompareTo(other._version)))
        : call.Fail("runtime error: invalid memory address or nil pointer dereference");
}
