using System.Collections.Frozen;

namespace Injector.Injection.ContainerPatches;

/// <summary>
/// The fields of a Kubernetes container with their types, for checking what a JSON patch made. Types: <c>s</c> text, <c>i</c> whole number, <c>b</c>
/// boolean, <c>q</c> quantity, <c>is</c> number or text, <c>{}</c> map of texts, <c>{q}</c> map of quantities, <c>any</c>, or a name of this table;
/// <c>*</c> behind a type: a list of it.
/// </summary>
internal static class ContainerSchema
{
    public const string Root = "container";

    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Types = new Dictionary<string, string>
    {
        [Root] = """
            name:s image:s command:s* args:s* workingDir:s ports:port* envFrom:envFrom* env:env* resources:resources resizePolicy:any restartPolicy:s
            restartPolicyRules:any volumeMounts:mount* volumeDevices:device* livenessProbe:probe readinessProbe:probe startupProbe:probe lifecycle:lifecycle
            terminationMessagePath:s terminationMessagePolicy:s imagePullPolicy:s securityContext:security stdin:b stdinOnce:b tty:b
            """,
        ["port"] = "name:s hostPort:i containerPort:i protocol:s hostIP:s",
        ["envFrom"] = "prefix:s configMapRef:reference secretRef:reference",
        ["reference"] = "name:s optional:b",
        ["env"] = "name:s value:s valueFrom:source",
        ["source"] = "fieldRef:fieldRef resourceFieldRef:resourceFieldRef configMapKeyRef:keyRef secretKeyRef:keyRef fileKeyRef:any",
        ["fieldRef"] = "apiVersion:s fieldPath:s",
        ["resourceFieldRef"] = "containerName:s resource:s divisor:q",
        ["keyRef"] = "name:s key:s optional:b",
        ["resources"] = "limits:{q} requests:{q} claims:any",
        ["mount"] = "name:s readOnly:b recursiveReadOnly:s mountPath:s subPath:s mountPropagation:s subPathExpr:s",
        ["device"] = "name:s devicePath:s",
        ["probe"] = """
            exec:exec httpGet:http tcpSocket:tcp grpc:grpc initialDelaySeconds:i timeoutSeconds:i periodSeconds:i successThreshold:i failureThreshold:i
            terminationGracePeriodSeconds:i
            """,
        ["exec"] = "command:s*",
        ["http"] = "path:s port:is host:s scheme:s httpHeaders:header*",
        ["header"] = "name:s value:s",
        ["tcp"] = "port:is host:s",
        ["grpc"] = "port:i service:s",
        ["lifecycle"] = "postStart:handler preStop:handler stopSignal:s",
        ["handler"] = "exec:exec httpGet:http tcpSocket:tcp sleep:sleep",
        ["sleep"] = "seconds:i",
        ["security"] = """
            capabilities:capabilities privileged:b seLinuxOptions:selinux windowsOptions:windows runAsUser:i runAsGroup:i runAsNonRoot:b
            readOnlyRootFilesystem:b allowPrivilegeEscalation:b procMount:s seccompProfile:profile appArmorProfile:profile
            """,
        ["capabilities"] = "add:s* drop:s*",
        ["selinux"] = "user:s role:s type:s level:s",
        ["windows"] = "gmsaCredentialSpecName:s gmsaCredentialSpec:s runAsUserName:s hostProcess:b",
        ["profile"] = "type:s localhostProfile:s",
    }.ToFrozenDictionary(entry => entry.Key, entry => Fields(entry.Value));

    private static FrozenDictionary<string, string> Fields(string text) => text
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(field => field.Split(':'))
        .ToFrozenDictionary(field => field[0], field => field[1]);
}
