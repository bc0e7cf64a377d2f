using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Unavailable;

/// <summary>
/// Functions of consul-template that need Consul, Nomad or a program. They exist so that templates can be read, give the original's empty result
/// for an empty argument, and otherwise fail with the reason.
/// </summary>
internal static class UnavailableFunctions
{
    private const FunctionTraits Needs = FunctionTraits.Unavailable;

    public static readonly FunctionDefinition[] All =
    [
        Consul("key", [GoType.String], GoType.String, StringValue.Empty),
        Consul("keyExists", [GoType.String], Bool, BoolValue.False),
        new("keyOrDefault", [GoType.String, GoType.String], GoType.String, static call => IsEmpty(call) ? call[1] : Refuse(call, "keyOrDefault", "Consul")) { Traits = Needs },
        Consul("ls", [GoType.String], KeyPairs, ListValue.OfType(KeyPairs, default)),
        Consul("safeLs", [GoType.String], KeyPairs, ListValue.OfType(KeyPairs, default)),
        Consul("tree", [GoType.String], KeyPairs, ListValue.OfType(KeyPairs, default)),
        Consul("safeTree", [GoType.String], KeyPairs, ListValue.OfType(KeyPairs, default)),
        ConsulList("service", [GoType.String], HealthServices, ListValue.OfType(HealthServices, default)),
        ConsulList("connect", [GoType.String], HealthServices, ListValue.OfType(HealthServices, default)),
        ConsulList("services", [GoType.String], Any, null),
        ConsulList("node", [GoType.String], Any, null),
        ConsulList("nodes", [GoType.String], Any, null),
        ConsulList("datacenters", [Bool], Any, null),
        ConsulList("caRoots", [GoType.String], Any, null),
        ConsulList("caLeaf", [GoType.String], Any, Value.Nil),
        ConsulList("peerings", [GoType.String], Any, null),
        ConsulList("partitions", [GoType.String], Any, null),
        ConsulList("exportedServices", [GoType.String], Any, null),
        ConsulList("importedServices", [GoType.String], Any, null),
        Nomad("nomadService", [GoType.String]),
        Nomad("nomadServices", [GoType.String]),
        Nomad("nomadVar", [GoType.String]),
        Nomad("nomadVarExists", [GoType.String]),
        Nomad("nomadVarList", [GoType.String]),
        Nomad("nomadVarListSafe", [GoType.String]),
        new("explode", [KeyPairs], Map, static _ => MapValue.Create()),
        new("byKey", [KeyPairs], Map, static _ => MapValue.Create()),
        new("byMeta", [GoType.String, HealthServices], Map, static _ => MapValue.Create()),
        new("byTag", [Any], Map, static call => Group(call, "byTag")),
        new("byPort", [Any], Map, static call => Group(call, "byPort")),
        FunctionDefinition.Variadic(
            "plugin",
            [GoType.String, GoType.String],
            GoType.String,
            static call => call.Bytes(0).IsEmpty ? StringValue.Empty : call.Fail("function is disabled: a template here may not run programs"),
            Needs),
        FunctionDefinition.Variadic(
            "sockaddr",
            [GoType.String],
            GoType.String,
            static call => call.Fail("sockaddr is not available: templates here do not see network interfaces; pass the address in an environment variable (fieldPath: status.podIP) and read it with env"),
            Needs),
    ];

    private static FunctionDefinition Consul(string name, GoType[] parameters, GoType result, Value whenEmpty) =>
        new(name, parameters, result, call => IsEmpty(call) ? whenEmpty : Refuse(call, name, "Consul")) { Traits = Needs };

    /// <summary>A function with any number of arguments; <paramref name="whenEmpty"/> is null when the original asks even without arguments.</summary>
    private static FunctionDefinition ConsulList(string name, GoType[] parameters, GoType result, Value? whenEmpty) => FunctionDefinition.Variadic(
        name,
        parameters,
        result,
        call => whenEmpty is not null && IsEmpty(call) ? whenEmpty : Refuse(call, name, "Consul"),
        Needs);

    private static FunctionDefinition Nomad(string name, GoType[] parameters) =>
        FunctionDefinition.Variadic(name, parameters, Any, call => Refuse(call, name, "Nomad"), Needs);

    private static bool IsEmpty(FunctionCall call) => call.Count == 0 || call.Bytes(0).IsEmpty;

    private static Value Refuse(FunctionCall call, string name, string product) =>
        call.Fail($"{name} is not available: it needs {product}, and this agent talks to Vault only; read the value with secret");

    private static Value Group(FunctionCall call, string name) => call[0] is NilValue or ListValue { Type: HealthServices }
        ? MapValue.Create()
        : call.Fail($"{name}: wrong argument type {call[0].TypeName}");
}
