using System.Text;
using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Environments;

/// <summary>Builds the variables of a container in the kubelet's order: image, envFrom, env.</summary>
internal sealed class ContainerEnvironment(PodSpecification pod, ClusterObjects objects, Func<VariableSource.FileKey, string?> readFile)
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private readonly PodFieldValues _fields = new(pod);

    public IReadOnlyDictionary<string, string> Build(ContainerSpecification container, LocalImage image)
    {
        var result = new Dictionary<string, string>
        {
            ["PATH"] = DefaultPath,
            ["HOSTNAME"] = pod.Name,
            ["HOME"] = (container.User ?? image.User) == 0 ? "/root" : "/",
        };
        foreach (var (name, value) in image.Environment)
        {
            result[name] = value;
        }

        var known = new Dictionary<string, string>();
        foreach (var (name, value) in container.EnvironmentFrom.SelectMany(Group))
        {
            known[name] = value;
        }

        foreach (var variable in container.Environment)
        {
            var value = variable.Source is { } source ? Value(source, container) : VariableExpansion.Expand(variable.Value, known);
            if (value is not null)
            {
                known[variable.Name] = value;
            }
        }

        foreach (var (name, value) in known)
        {
            result[name] = value;
        }

        return result;
    }

    private IEnumerable<KeyValuePair<string, string>> Group(VariableGroup group)
    {
        var (kind, name, optional, entries) = group.Source switch
        {
            ProjectionSource.ConfigMap map => ("configmap", map.Name, map.IsOptional, objects.ConfigMap(pod.Namespace, map.Name)),
            ProjectionSource.Secret secret => ("secret", secret.Name, secret.IsOptional, objects.Secret(pod.Namespace, secret.Name)),
            _ => throw new ContainerConfigException("An entry of envFrom names neither a ConfigMap nor a Secret."),
        };
        return entries is null && !optional
            ? throw new ContainerConfigException($"{kind} \"{name}\" not found")
            : (entries ?? new Dictionary<string, byte[]>()).Select(entry => KeyValuePair.Create(group.Prefix + entry.Key, Encoding.UTF8.GetString(entry.Value)));
    }

    private string? Value(VariableSource source, ContainerSpecification container) => source switch
    {
        VariableSource.ConfigMapKey key => Key("configmap", objects.ConfigMap(pod.Namespace, key.Name), key.Name, key.Key, key.IsOptional),
        VariableSource.SecretKey key => Key("secret", objects.Secret(pod.Namespace, key.Name), key.Name, key.Key, key.IsOptional),
        VariableSource.FileKey file => readFile(file) ?? (file.IsOptional
            ? null
            : throw new ContainerConfigException($"environment variable key \"{file.Key}\" not found in file \"{file.Path}\" of volume \"{file.Volume}\"")),
        _ => _fields.Value(source, container),
    };

    private static string? Key(string kind, IReadOnlyDictionary<string, byte[]>? entries, string name, string key, bool optional) =>
        entries is not null && entries.TryGetValue(key, out var value) ? Encoding.UTF8.GetString(value)
        : optional ? null
        : throw new ContainerConfigException(entries is null ? $"{kind} \"{name}\" not found" : $"couldn't find key {key} in {kind} \"{name}\"");
}
