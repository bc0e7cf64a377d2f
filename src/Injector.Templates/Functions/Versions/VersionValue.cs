using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Versions;

/// <summary>A <c>*semver.Version</c>: the result of <c>sprig_semver</c>.</summary>
internal sealed class VersionValue(SemanticVersion version) : ObjectValue
{
    private static readonly FunctionDefinition[] Methods =
    [
        new("Major", [], GoType.UInt64, static call => IntegerValue.UInt64(Receiver(call).Major)),
        new("Minor", [], GoType.UInt64, static call => IntegerValue.UInt64(Receiver(call).Minor)),
        new("Patch", [], GoType.UInt64, static call => IntegerValue.UInt64(Receiver(call).Patch)),
        new("Prerelease", [], GoType.String, static call => StringValue.From(Receiver(call).Prerelease)),
        new("Metadata", [], GoType.String, static call => StringValue.From(Receiver(call).Metadata)),
        new("Original", [], GoType.String, static call => StringValue.From(Receiver(call).Original)),
        new("String", [], GoType.String, static call => StringValue.From(Receiver(call).ToString())),
        new("Compare", [GoType.Version], Int, static call => IntegerValue.Int(Math.Sign(Receiver(call).CompareTo(Argument(call))))),
        new("Equal", [GoType.Version], Bool, static call => BoolValue.From(Receiver(call).CompareTo(Argument(call)) == 0)),
        new("LessThan", [GoType.Version], Bool, static call => BoolValue.From(Receiver(call).CompareTo(Argument(call)) < 0)),
        new("GreaterThan", [GoType.Version], Bool, static call => BoolValue.From(Receiver(call).CompareTo(Argument(call)) > 0)),
    ];

    private readonly SemanticVersion _version = version;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Pointer;

    /// <inheritdoc/>
    public override string TypeName => "*semver.Version";

    /// <inheritdoc/>
    public override StringValue? OwnText => StringValue.From(_version.ToString());

    /// <inheritdoc/>
    internal override bool HidesField(string name) => name is "major" or "minor" or "patch" or "pre" or "metadata" or "original";

    /// <inheritdoc/>
    internal override bool TryGetMethod(string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = Array.Find(Methods, candidate => candidate.Name == name);
        return method is not null;
    }

    private static SemanticVersion Receiver(FunctionCall call) => ((VersionValue)call.Receiver)._version;

    private static SemanticVersion? Argument(FunctionCall call) => (call[0] as VersionValue)?._version;
}
