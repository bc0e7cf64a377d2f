using Injector.Contracts.Annotations;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Texts;
using Injector.Injection.Reporting;

namespace Injector.Injection.Annotations;

/// <summary>Reads typed values and reports what has the wrong form. A faulty value reads as the type's zero, so that reading can go on.</summary>
internal sealed class AnnotationReader
{
    public AnnotationReader(AnnotationSet annotations, Report report)
    {
        Annotations = annotations;
        Report = report;
    }

    public AnnotationSet Annotations { get; }

    public Report Report { get; }

    public string Text(AnnotationDefinition definition) => Text(definition.Name);

    public string Text(string name) => Annotations.TryGet(name, out var entry) ? entry.Text : string.Empty;

    public bool Boolean(AnnotationDefinition definition) => Boolean(definition.Name);

    public bool Boolean(string name)
    {
        var value = false;
        if (Annotations.TryGet(name, out var entry) && !BooleanText.TryParse(entry.Text, out value))
        {
            Invalid(entry, BooleanText.Form, DenialStage.Settings);
        }

        return value;
    }

    /// <summary>A boolean of our own: a fault in it is ours.</summary>
    public bool? OwnBoolean(AnnotationDefinition definition)
    {
        if (!Annotations.TryGet(definition.Name, out var entry))
        {
            return null;
        }

        if (BooleanText.TryParse(entry.Text, out var value))
        {
            return value;
        }

        Invalid(entry, BooleanText.Form, DenialStage.Beyond);
        return null;
    }

    public long Integer(AnnotationDefinition definition)
    {
        var value = 0L;
        if (Annotations.TryGet(definition.Name, out var entry) && entry.Text.Length > 0 && !IntegerText.TryParse(entry.Text, out value))
        {
            Invalid(entry, IntegerText.Form, DenialStage.Settings);
        }

        return value;
    }

    public ulong Unsigned(AnnotationDefinition definition, DenialStage stage)
    {
        var value = 0UL;
        if (Annotations.TryGet(definition.Name, out var entry) && !IntegerText.TryParseUnsigned(entry.Text, out value))
        {
            Invalid(entry, IntegerText.UnsignedForm, stage);
        }

        return value;
    }

    public double Float(AnnotationDefinition definition)
    {
        var value = 0.0;
        if (Annotations.TryGet(definition.Name, out var entry) && !FloatText.TryParse(entry.Text, out value))
        {
            Invalid(entry, FloatText.Form, DenialStage.Settings);
        }

        return value;
    }

    /// <summary>A duration of our own, as it was written; empty when it is not set.</summary>
    public string OwnDuration(AnnotationDefinition definition, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (!Annotations.TryGet(definition.Name, out var entry) || entry.Text.Length == 0)
        {
            return string.Empty;
        }

        if (!GoDuration.TryParse(entry.Text, out duration) || duration < TimeSpan.Zero)
        {
            Invalid(entry, GoDuration.Form, DenialStage.Beyond);
            return string.Empty;
        }

        return entry.Text;
    }

    /// <summary>One word of a choice; a fault in it is ours.</summary>
    public string Choice(AnnotationDefinition definition)
    {
        if (!Annotations.TryGet(definition.Name, out var entry))
        {
            return string.Empty;
        }

        if (!definition.Choices.Contains(entry.Text))
        {
            Invalid(entry, $"one of {string.Join(", ", definition.Choices)}", DenialStage.Beyond);
        }

        return entry.Text;
    }

    public void Invalid(AnnotationEntry entry, string form, DenialStage stage) =>
        Report.Deny(stage, Catalogue.Injection.InvalidValue.For(entry.Key, entry.Key, ShortValue.Of(entry.Text), form));
}
