using System.Buffers;
using System.Text.Json;

namespace Injector.Kube.Admission;

/// <summary>Writes an answer as an AdmissionReview that carries only the response, in the version of the request.</summary>
public static class AdmissionAnswerWriter
{
    // The text goes to an API server, never into a web page: only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the review.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="request">The question.</param>
    /// <param name="answer">The answer.</param>
    public static void Write(IBufferWriter<byte> output, AdmissionRequest request, AdmissionAnswer answer)
    {
        using var json = new Utf8JsonWriter(output, Plain);
        json.WriteStartObject();
        json.WriteString("kind"u8, "AdmissionReview"u8);
        json.WriteString("apiVersion"u8, request.Version == AdmissionVersion.V1 ? "admission.k8s.io/v1"u8 : "admission.k8s.io/v1beta1"u8);
        json.WriteStartObject("response"u8);
        json.WriteString("uid"u8, request.Uid);
        json.WriteBoolean("allowed"u8, answer.IsAllowed);
        if (!answer.IsAllowed)
        {
            json.WriteStartObject("status"u8);
            json.WriteString("message"u8, answer.Message);
            json.WriteEndObject();
        }

        if (!answer.Patch.IsEmpty)
        {
            json.WriteBase64String("patch"u8, answer.Patch.Span);
            json.WriteString("patchType"u8, "JSONPatch"u8);
        }

        WriteAuditAnnotations(json, answer);
        WriteWarnings(json, answer);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAuditAnnotations(Utf8JsonWriter json, AdmissionAnswer answer)
    {
        if (answer.AuditAnnotations.Count == 0)
        {
            return;
        }

        json.WriteStartObject("auditAnnotations"u8);
        foreach (var (key, value) in answer.AuditAnnotations)
        {
            json.WriteString(key, AdmissionTexts.Shortened(value, AdmissionTexts.MaxAuditAnnotationLength));
        }

        json.WriteEndObject();
    }

    private static void WriteWarnings(Utf8JsonWriter json, AdmissionAnswer answer)
    {
        if (answer.Warnings.Count == 0)
        {
            return;
        }

        json.WriteStartArray("warnings"u8);
        foreach (var warning in AdmissionTexts.WithinLimits(answer.Warnings))
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
    }
}
