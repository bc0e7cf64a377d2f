namespace Injector.Templates.Values;

/// <summary>The spelling of <see cref="GoType"/> in error texts and <c>%T</c>.</summary>
public static class GoTypeNames
{
    /// <summary>The name Go prints for <paramref name="type"/>.</summary>
    public static string NameOf(GoType type) => type switch
    {
        GoType.Any => "interface {}",
        GoType.Reflected => "reflect.Value",
        GoType.String => "string",
        GoType.Bool => "bool",
        GoType.Int => "int",
        GoType.Int64 => "int64",
        GoType.UInt32 => "uint32",
        GoType.UInt64 => "uint64",
        GoType.Float64 => "float64",
        GoType.List => "[]interface {}",
        GoType.StringList => "[]string",
        GoType.IntList => "[]int",
        GoType.ListOfLists => "[][]interface {}",
        GoType.Map => "map[string]interface {}",
        GoType.StringMap => "map[string]string",
        GoType.AnyMap => "map[interface {}]interface {}",
        GoType.Time => "time.Time",
        GoType.Version => "*semver.Version",
        GoType.SprigCertificate => "sprig.certificate",
        GoType.Scratch => "*template.Scratch",
        GoType.Channel => "<-chan int64",
        GoType.KeyPairs => "[]*dependency.KeyPair",
        GoType.HealthServices => "[]*dependency.HealthService",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether nil can stand for a value of <paramref name="type"/>.</summary>
    internal static bool AcceptsNil(GoType type) => type switch
    {
        GoType.String or GoType.Bool or GoType.Int or GoType.Int64 or GoType.UInt32 or GoType.UInt64 or GoType.Float64 => false,
        GoType.Time or GoType.SprigCertificate => false,
        _ => true,
    };
}
