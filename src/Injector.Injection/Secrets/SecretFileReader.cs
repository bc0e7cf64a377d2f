using Injector.Contracts.Annotations;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Secrets;

/// <summary>Reads the per-secret family of annotations.</summary>
internal sealed class SecretFileReader
{
    /// <summary>Most secrets of a pod. More would not fit into the configuration anyway.</summary>
    public const int MostSecrets = 1000;

    private const string DefaultLeft = "{{";
    private const string DefaultRight = "}}";

    private readonly AnnotationReader _reader;
    private readonly string _mountPath;
    private readonly string _form;
    private readonly bool _preserveCase;
    private readonly bool _isUsed;

    public SecretFileReader(AnnotationReader reader)
    {
        _reader = reader;
        _mountPath = reader.Text(VolumePath);

        // Files of a ConfigMap say themselves what is written: what the pod says about its secrets only decides about volumes then.
        _isUsed = reader.Text(AnnotationCatalogue.ConfigMap).Length == 0;
        _form = ReadForm();
        _preserveCase = LenientBoolean(PreserveCase.Name);
    }

    public IReadOnlyList<SecretFile> Read()
    {
        var names = SecretNames.Discover(_reader.Annotations);
        if (names.Count > MostSecrets)
        {
            _reader.Report.Deny(DenialStage.Beyond, Catalogue.Injection.TooManySecrets.For("pod", names.Count, MostSecrets));
            return [];
        }

        return [.. names.Select(Read)];
    }

    private SecretFile Read(string name)
    {
        var path = _reader.Text(Secret.For(name));
        var mountPath = _reader.Annotations.TryGet(VolumePathOf.For(name), out var own) ? own.Text : _mountPath;
        var text = _reader.Text(Template.For(name));
        var source = text.Length == 0 ? _reader.Text(TemplateFile.For(name)) : string.Empty;
        var left = Delimiter(LeftDelimiter, name, DefaultLeft);
        var right = Delimiter(RightDelimiter, name, DefaultRight);
        var isDefault = text.Length == 0 && source.Length == 0;
        return new SecretFile
        {
            Name = name,
            VaultPath = path,
            MountPath = mountPath,
            Destination = Destination(name, mountPath),
            Contents = isDefault ? DefaultTemplateText.Of(_form, path, left, right) : text,
            IsDefaultTemplate = isDefault && _form == "map",
            Source = source,
            LeftDelimiter = left,
            RightDelimiter = right,
            Perms = Perms(name),
            Command = _reader.Text(Command.For(name)),
            ErrorOnMissingKey = _reader.Boolean(ErrorOnMissingKey.For(name)),
        };
    }

    private string Delimiter(AnnotationDefinition family, string name, string value)
    {
        var text = _reader.Text(family.For(name));
        return text.Length == 0 ? value : text;
    }

    private string Destination(string name, string mountPath)
    {
        if (!_reader.Annotations.TryGet(AnnotationCatalogue.File.For(name), out var file) || file.Text.Length == 0)
        {
            var keep = _reader.Annotations.TryGet(PreserveCaseOf.For(name), out _) ? LenientBoolean(PreserveCaseOf.For(name)) : _preserveCase;
            return $"{mountPath}/{(keep ? name : name.ToLowerInvariant())}";
        }

        var destination = ContainerPath.Join(mountPath, file.Text);
        if (_isUsed && !ContainerPath.IsBelow(destination, mountPath))
        {
            _reader.Report.Deny(DenialStage.Beyond, Catalogue.Injection.PathOutsideVolume.For(file.Key, file.Key, ShortValue.Of(file.Text), destination, mountPath));
        }

        return destination;
    }

    private string Perms(string name)
    {
        if (_reader.Annotations.TryGet(AnnotationCatalogue.Perms.For(name), out var entry) && _isUsed && entry.Text.Length > 0 && !FileModeText.TryParse(entry.Text, out _))
        {
            _reader.Invalid(entry, FileModeText.Form, DenialStage.Beyond);
        }

        return entry.Text ?? string.Empty;
    }

    private string ReadForm()
    {
        _reader.Annotations.TryGet(DefaultTemplate.Name, out var entry);
        var form = entry.Text.ToLowerInvariant();
        if (form is not ("map" or "json"))
        {
            _reader.Report.Deny(
                DenialStage.Settings,
                Catalogue.Injection.InvalidValue.For(entry.Key, entry.Key, ShortValue.Of(entry.Text), "map or json"),
                $"invalid default template type: {form}");
        }

        return form;
    }

    // The reference takes whatever is no boolean for false.
    private bool LenientBoolean(string name)
    {
        var value = false;
        if (_reader.Annotations.TryGet(name, out var entry) && !BooleanText.TryParse(entry.Text, out value) && _isUsed)
        {
            _reader.Report.DenyUnlessCompatible(Catalogue.Injection.InvalidValue.For(entry.Key, entry.Key, ShortValue.Of(entry.Text), BooleanText.Form));
        }

        return value;
    }
}
