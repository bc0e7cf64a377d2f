using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Kube.Admission;

namespace Injector.Kube.Tests.Admission;

public sealed class AdmissionAnswerWriterTests
{
    [Fact]
    public void Writes_PlainAllowWithoutPatchMembers()
    {
        var review = Write(AdmissionAnswer.Allow());

        Assert.Equal("""{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"u-1","allowed":true}}""", review.ToJsonString());
    }

    [Fact]
    public void Writes_PatchAsBase64WithItsType()
    {
        var response = Write(AdmissionAnswer.Patched("[]"u8.ToArray()))["response"];

        Assert.Equal("[]", Encoding.UTF8.GetString(Convert.FromBase64String((string?)response?["patch"] ?? string.Empty)));
        Assert.Equal("JSONPatch", (string?)response?["patchType"]);
    }

    [Fact]
    public void Writes_DenialWithMessageOnly()
    {
        var response = Write(AdmissionAnswer.Deny("no \"role\" <given>"))["response"];

        Assert.False((bool?)response?["allowed"]);
        Assert.Equal("""{"message":"no \u0022role\u0022 \u003Cgiven\u003E"}""", response?["status"]?.ToJsonString());
        Assert.Null(response?["patch"]);
    }

    [Fact]
    public void Answers_InTheVersionOfTheRequest()
    {
        var review = Write(AdmissionAnswer.Allow(), AdmissionVersion.V1Beta1);

        Assert.Equal("admission.k8s.io/v1beta1", (string?)review["apiVersion"]);
    }

    [Fact]
    public void Writes_WarningsAndAuditAnnotations()
    {
        var answer = AdmissionAnswer.Allow() with { Warnings = ["one\ntwo"], AuditAnnotations = new Dictionary<string, string> { ["mode"] = "native" } };

        var response = Write(answer)["response"];

        Assert.Equal("""["one two"]""", response?["warnings"]?.ToJsonString());
        Assert.Equal("""{"mode":"native"}""", response?["auditAnnotations"]?.ToJsonString());
    }

    private static JsonNode Write(AdmissionAnswer answer, AdmissionVersion version = AdmissionVersion.V1)
    {
        var request = new AdmissionRequest { Version = version, Uid = "u-1", Namespace = "demo", Name = string.Empty, Kind = "Pod", Operation = "CREATE", Object = default(JsonElement) };
        var output = new ArrayBufferWriter<byte>();
        AdmissionAnswerWriter.Write(output, request, answer);
        return JsonNode.Parse(output.WrittenSpan) ?? throw new JsonException();
    }
}
