using System.Text;
using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Kube.Admission;

namespace Injector.Kube.Tests.Admission;

public sealed class AdmissionReviewReaderTests
{
    private const string Request = """{"uid":"u-1","namespace":"demo","operation":"CREATE","kind":{"kind":"Pod"},"object":{"metadata":{"name":"web"}}}""";

    [Theory]
    [InlineData("admission.k8s.io/v1", AdmissionVersion.V1)]
    [InlineData("admission.k8s.io/v1beta1", AdmissionVersion.V1Beta1)]
    public void Reads_BothVersions(string apiVersion, AdmissionVersion expected)
    {
        var request = Read($$"""{"kind":"AdmissionReview","apiVersion":"{{apiVersion}}","request":{{Request}}}""");

        Assert.Equal(expected, request.Version);
        Assert.Equal("u-1", request.Uid);
        Assert.Equal("demo", request.Namespace);
        Assert.Equal("CREATE", request.Operation);
        Assert.Equal("Pod", request.Kind);
        Assert.Equal(JsonValueKind.Object, request.Object.ValueKind);
    }

    [Fact]
    public void Reads_ReviewWithoutVersionAsV1() => Assert.Equal(AdmissionVersion.V1, Read($$"""{"request":{{Request}}}""").Version);

    [Fact]
    public void Reads_RequestWithoutObject() => Assert.Equal(JsonValueKind.Undefined, Read("""{"request":{}}""").Object.ValueKind);

    [Theory]
    [InlineData("""{"kind":"AdmissionReview","request":{}}""")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","request":{}}""")]
    [InlineData("""{"kind":"AdmissionRequest","apiVersion":"admission.k8s.io/v1","request":{}}""")]
    [InlineData("""{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v2","request":{}}""")]
    [InlineData("""{"kind":"AdmissionReview","apiVersion":"a/b/c","request":{}}""")]
    [InlineData("""{"kind":"Pod","apiVersion":"v1"}""")]
    public void Rejects_OtherObjects(string body) => Assert.Equal(Catalogue.Webhook.NotAReview.Code, Fault(body));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"request":null}""")]
    [InlineData("""{"Request":{}}""")]
    [InlineData("""{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{}}""")]
    public void Rejects_ReviewWithoutRequest(string body) => Assert.Equal(Catalogue.Webhook.NoRequest.Code, Fault(body));

    [Theory]
    [InlineData("""{"request":[]}""")]
    [InlineData("""{"request":{"uid":1}}""")]
    [InlineData("""{"request":{"namespace":{}}}""")]
    [InlineData("""{"request":{"name":true}}""")]
    [InlineData("""{"request":{"operation":[]}}""")]
    [InlineData("""{"request":{"kind":"Pod"}}""")]
    [InlineData("""{"request":{"kind":{"kind":1}}}""")]
    [InlineData("""{"apiVersion":1,"request":{}}""")]
    [InlineData("""{"kind":[],"request":{}}""")]
    public void Rejects_MembersOfWrongType(string body) => Assert.Equal(Catalogue.Webhook.WrongMemberType.Code, Fault(body));

    [Theory]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("a=b&c=d")]
    [InlineData("request: {}")]
    [InlineData("""{"request":""")]
    [InlineData("""{"request":{},}""")]
    [InlineData("""{"request":{}} garbage""")]
    [InlineData("\uFEFF{\"request\":{}}")]
    [InlineData("""{"request":{"object":"\ud800"}}""")]
    [InlineData("""{"request":{"\uDC00":1}}""")]
    public void Rejects_BrokenJson(string body) => Assert.Equal(Catalogue.Webhook.BrokenJson.Code, Fault(body));

    [Fact]
    public void Rejects_InvalidUtf8()
    {
        byte[] body = [.. "{\"request\":{\"uid\":\""u8, 0xC3, 0x28, .. "\"}}"u8];

        Assert.False(AdmissionReviewReader.TryRead(body, out _, out var fault));
        Assert.Equal(Catalogue.Webhook.BrokenJson.Code, fault.Code);
    }

    [Fact]
    public void Rejects_EndlessNesting() => Assert.Equal(Catalogue.Webhook.BrokenJson.Code, Fault($"{{\"request\":{new string('[', 20_000)}"));

    [Fact]
    public void Rejects_EmptyBody() => Assert.Equal(Catalogue.Webhook.EmptyBody.Code, Fault(string.Empty));

    [Fact]
    public void Reads_PairsOfSurrogateEscapes() => Assert.Equal("\U0001F511", Read("""{"request":{"uid":"\ud83d\udd11"}}""").Uid);

    private static AdmissionRequest Read(string body)
    {
        Assert.True(AdmissionReviewReader.TryRead(Encoding.UTF8.GetBytes(body), out var review, out _));
        return review.Request;
    }

    private static string Fault(string body)
    {
        Assert.False(AdmissionReviewReader.TryRead(Encoding.UTF8.GetBytes(body), out _, out var fault));
        return fault.Code;
    }
}
