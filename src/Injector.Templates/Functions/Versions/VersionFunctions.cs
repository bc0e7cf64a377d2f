using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Versions;

/// <summary>sprig's functions on semantic versions.</summary>
internal static class VersionFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("sprig_semver", [GoType.String], GoType.Version, static call => SemanticVersion.Parse(call.Text(0), out var problem) is { } version
            ? new VersionValue(version)
            : call.Fail(problem)),
        new("sprig_semverCompare", [GoType.String, GoType.String], Bool, static call => Compare(call)),
    ];

    private static Value Compare(FunctionCall call)
    {
        if (ConstraintParser.Parse(call.Text(0), out var problem) is not { } alternatives
            || SemanticVersion.Parse(call.Text(1), out problem) is not { } version)
        {
            return call.Fail(problem);
        }

        return BoolValue.From(alternatives.Exists(constraints => constraints.TrueForAll(constraint => constraint.Allows(version))));
    }
}
