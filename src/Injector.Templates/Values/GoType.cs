namespace Injector.Templates.Values;

/// <summary>
/// The Go types that parameters and results of functions have. The name of each (see <see cref="GoTypeNames"/>) is visible in error texts.
/// </summary>
public enum GoType
{
    /// <summary><c>interface {}</c>: any value, nil included.</summary>
    Any,

    /// <summary><c>reflect.Value</c>: any value; used by the language's own functions, which look at what a value was before it was unwrapped,
    /// and the result of functions whose values have types of their own.</summary>
    Reflected,

    /// <summary><c>string</c>.</summary>
    String,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>int</c>.</summary>
    Int,

    /// <summary><c>int64</c>.</summary>
    Int64,

    /// <summary><c>uint32</c>.</summary>
    UInt32,

    /// <summary><c>uint64</c>.</summary>
    UInt64,

    /// <summary><c>float64</c>.</summary>
    Float64,

    /// <summary><c>[]interface {}</c>.</summary>
    List,

    /// <summary><c>[]string</c>.</summary>
    StringList,

    /// <summary><c>[]int</c>.</summary>
    IntList,

    /// <summary><c>[][]interface {}</c>.</summary>
    ListOfLists,

    /// <summary><c>map[string]interface {}</c>.</summary>
    Map,

    /// <summary><c>map[string]string</c>.</summary>
    StringMap,

    /// <summary><c>map[interface {}]interface {}</c>.</summary>
    AnyMap,

    /// <summary><c>time.Time</c>.</summary>
    Time,

    /// <summary><c>*semver.Version</c>.</summary>
    Version,

    /// <summary><c>sprig.certificate</c>: the result of the certificate functions of sprig.</summary>
    SprigCertificate,

    /// <summary><c>*template.Scratch</c>.</summary>
    Scratch,

    /// <summary><c>&lt;-chan int64</c>.</summary>
    Channel,

    /// <summary><c>[]*dependency.KeyPair</c>: only Consul makes such values.</summary>
    KeyPairs,

    /// <summary><c>[]*dependency.HealthService</c>: only Consul makes such values.</summary>
    HealthServices,
}
