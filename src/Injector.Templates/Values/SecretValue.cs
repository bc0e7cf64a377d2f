using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Injector.Templates.Values;

/// <summary>A <c>*dependency.Secret</c>: an answer of Vault.</summary>
public sealed class SecretValue : ObjectValue
{
    private static readonly NilPointerValue NoAuth = new(
        "*dependency.SecretAuth", "ClientToken", "Accessor", "Policies", "Metadata", "LeaseDuration", "Renewable");

    private static readonly NilPointerValue NoWrapping = new(
        "*dependency.SecretWrapInfo", "Token", "TTL", "CreationTime", "WrappedAccessor");

    private readonly ObjectField[] _fields;

    private SecretValue(ObjectField[] fields) => _fields = fields;

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields => _fields;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Pointer;

    /// <inheritdoc/>
    public override string TypeName => "*dependency.Secret";

    /// <summary>The secret's content: a map, possibly the nil map.</summary>
    public Value Data => _fields[4].Value;

    /// <summary>Makes a secret from the envelope Vault answers with. Numbers keep their text; unknown members are ignored.</summary>
    /// <param name="envelope">A JSON object.</param>
    public static SecretValue FromEnvelope(JsonElement envelope) => new(
    [
        new("RequestID", Text(envelope, "request_id")),
        new("LeaseID", Text(envelope, "lease_id")),
        new("LeaseDuration", Number(envelope, "lease_duration")),
        new("Renewable", Flag(envelope, "renewable")),
        new("Data", Has(envelope, "data", JsonValueKind.Object, out var data) ? JsonValue.From(data) : MapValue.NilOf(GoType.Map)),
        new("Warnings", Texts(envelope, "warnings")),
        new("Auth", Has(envelope, "auth", JsonValueKind.Object, out var auth) ? AuthOf(auth) : NoAuth),
        new("WrapInfo", Has(envelope, "wrap_info", JsonValueKind.Object, out var wrapping) ? WrappingOf(wrapping) : NoWrapping),
    ]);

    internal SecretValue WithData(Value data)
    {
        var fields = (ObjectField[])_fields.Clone();
        fields[4] = new ObjectField("Data", data);
        return new SecretValue(fields);
    }

    /// <inheritdoc/>
    internal override bool TryGetField(string name, [NotNullWhen(true)] out Value? value)
    {
        if (name == "Data")
        {
            value = Data;
            return true;
        }

        return base.TryGetField(name, out value);
    }

    private static SecretPart AuthOf(JsonElement auth) => new(
        "*dependency.SecretAuth",
        [
            new("ClientToken", Text(auth, "client_token")),
            new("Accessor", Text(auth, "accessor")),
            new("Policies", Texts(auth, "policies")),
            new("Metadata", TextMap(auth, "metadata")),
            new("LeaseDuration", Number(auth, "lease_duration")),
            new("Renewable", Flag(auth, "renewable")),
        ]);

    private static SecretPart WrappingOf(JsonElement wrapping) => new(
        "*dependency.SecretWrapInfo",
        [
            new("Token", Text(wrapping, "token")),
            new("TTL", Number(wrapping, "ttl")),
            new("CreationTime", Text(wrapping, "creation_time")),
            new("WrappedAccessor", Text(wrapping, "wrapped_accessor")),
        ]);

    private static bool Has(JsonElement parent, string name, JsonValueKind kind, out JsonElement member) =>
        parent.TryGetProperty(name, out member) && member.ValueKind == kind;

    private static StringValue Text(JsonElement parent, string name) =>
        Has(parent, name, JsonValueKind.String, out var member) ? JsonValue.Text(member) : StringValue.Empty;

    private static IntegerValue Number(JsonElement parent, string name) =>
        IntegerValue.Int(Has(parent, name, JsonValueKind.Number, out var member) && member.TryGetInt64(out var number) ? number : 0);

    private static BoolValue Flag(JsonElement parent, string name) => BoolValue.From(Has(parent, name, JsonValueKind.True, out _));

    private static ListValue Texts(JsonElement parent, string name)
    {
        if (!Has(parent, name, JsonValueKind.Array, out var member))
        {
            return ListValue.NilOf(GoType.StringList);
        }

        var texts = new List<Value>(member.GetArrayLength());
        foreach (var item in member.EnumerateArray())
        {
            texts.Add(item.ValueKind == JsonValueKind.String ? JsonValue.Text(item) : StringValue.Empty);
        }

        return ListValue.OfStrings([.. texts]);
    }

    private static MapValue TextMap(JsonElement parent, string name)
    {
        if (!Has(parent, name, JsonValueKind.Object, out var member))
        {
            return MapValue.NilOf(GoType.StringMap);
        }

        var map = MapValue.CreateOfStrings();
        foreach (var property in member.EnumerateObject())
        {
            map.Set(property.Name, property.Value.ValueKind == JsonValueKind.String ? JsonValue.Text(property.Value) : StringValue.Empty);
        }

        return map;
    }
}
