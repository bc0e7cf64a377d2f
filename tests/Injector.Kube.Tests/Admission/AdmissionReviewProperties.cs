using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Injector.Kube.Admission;

namespace Injector.Kube.Tests.Admission;

/// <summary>Whatever arrives, the reader answers with a value.</summary>
public sealed class AdmissionReviewProperties
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(
        """{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"\ud83d\udd11","namespace":"demo","object":{"a":["b",1.5,null,true]}}}""");

    [Fact]
    public void AnyBytes_GiveReviewOrFault() => Prop.ForAll<byte[]>(Answers).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyDamageToAReview_GivesReviewOrFault() => Prop.ForAll<int, byte>((where, what) =>
    {
        var body = Valid.ToArray();
        body[(int)((uint)where % body.Length)] = what;
        Answers(body);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryBeginningOfAReview_GivesFault() => Assert.All(
        Enumerable.Range(0, Valid.Length - 1),
        length => Assert.False(AdmissionReviewReader.TryRead(Valid.AsMemory(0, length), out _, out _)));

    private static void Answers(byte[] body)
    {
        if (AdmissionReviewReader.TryRead(body, out var review, out var fault))
        {
            Assert.NotNull(review.Request.Uid);
            review.Dispose();
        }
        else
        {
            Assert.NotEmpty(fault.Message);
        }
    }
}
