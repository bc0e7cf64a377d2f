namespace Injector.Templates.Reference;

/// <summary>Examples: not available.</summary>
internal static class UnavailableExamples
{
    public static ExampleGroup Group { get; } = new(
        "Not available",
        "These need Consul, Nomad, a program or the network. They can be named, so that a template is read to its end, and fail when they are called; an empty argument gives the empty result, as in the original.",
        [
            FunctionExample.Failing("key", "{{key \"a\"}}", "key is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("keyExists", "{{keyExists \"a\"}}", "keyExists is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            new("keyOrDefault", "{{keyOrDefault \"\" \"d\"}}", "d"),
            new("ls", "{{ls \"\"}}", "[]"),
            new("safeLs", "{{safeLs \"\"}}", "[]"),
            new("tree", "{{tree \"\"}}", "[]"),
            new("safeTree", "{{safeTree \"\"}}", "[]"),
            new("service", "{{service \"\"}}", "[]"),
            new("connect", "{{connect \"\"}}", "[]"),
            FunctionExample.Failing("services", "{{services}}", "services is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("node", "{{node}}", "node is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nodes", "{{nodes}}", "nodes is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("datacenters", "{{datacenters}}", "datacenters is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("caRoots", "{{caRoots}}", "caRoots is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            new("caLeaf", "{{caLeaf \"\"}}", "<no value>"),
            FunctionExample.Failing("peerings", "{{peerings}}", "peerings is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("partitions", "{{partitions}}", "partitions is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("exportedServices", "{{exportedServices}}", "exportedServices is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("importedServices", "{{importedServices}}", "importedServices is not available: it needs Consul, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nomadService", "{{nomadService \"a\"}}", "nomadService is not available: it needs Nomad, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nomadServices", "{{nomadServices}}", "nomadServices is not available: it needs Nomad, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nomadVar", "{{nomadVar \"a\"}}", "nomadVar is not available: it needs Nomad, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nomadVarExists", "{{nomadVarExists \"a\"}}", "nomadVarExists is not available: it needs Nomad, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nomadVarList", "{{nomadVarList}}", "nomadVarList is not available: it needs Nomad, and this agent talks to Vault only; read the value with secret"),
            FunctionExample.Failing("nomadVarListSafe", "{{nomadVarListSafe}}", "nomadVarListSafe is not available: it needs Nomad, and this agent talks to Vault only; read the value with secret"),
            new("explode", "{{explode (ls \"\")}}", "map[]"),
            new("byKey", "{{byKey (ls \"\")}}", "map[]"),
            new("byMeta", "{{byMeta \"a\" (service \"\")}}", "map[]"),
            new("byTag", "{{byTag (service \"\")}}", "map[]"),
            new("byPort", "{{byPort (service \"\")}}", "map[]"),
            FunctionExample.Failing("plugin", "{{plugin \"date\"}}", "function is disabled: a template here may not run programs"),
            FunctionExample.Failing("sockaddr", "{{sockaddr \"GetPrivateIP\"}}", "sockaddr is not available: templates here do not see network interfaces; pass the address in an environment variable (fieldPath: status.podIP) and read it with env"),
        ]);
}
