using System.Text;
using Injector.Templates;
using Injector.Templates.Checking;
using Injector.Templates.Values;

namespace Injector.Benchmarks.Fuzzing;

/// <summary>Reads and renders one input. Anything but a result or an error with a place is a finding: an exception, a crash, a hang.</summary>
internal sealed class TemplateFuzzTarget : IFuzzTarget
{
    // Slow on purpose or different each time; neither says anything about the engine.
    private static readonly string[] Denied =
    [
        "sprig_bcrypt", "sprig_htpasswd", "sprig_gen*", "sprig_buildCustomCert", "sprig_derivePassword", "sprig_encryptAES", "sprig_shuffle", "sprig_randInt",
        "sprig_ago",
    ];

    private static readonly TemplateLimits Limits = new() { Iterations = 10_000, OutputBytes = 1 << 18, TemplateDepth = 2_000 };

    private readonly RecordedHost _host = new() { Time = new FixedTime(), Chance = static () => 0 };
    private readonly MapValue _data = MapValue.Create();

    public TemplateFuzzTarget()
    {
        var map = MapValue.Create();
        map.Set("k", StringValue.From("v"));
        map.Set("n", NumberTextValue.From("5432"));
        _data.Set("m", map);
        _data.Set("s", StringValue.From("text é \0"));
        _data.Set("n", IntegerValue.Int(5));
        _data.Set("f", new FloatValue(2.5));
        _data.Set("l", ListValue.Of(StringValue.From("a"), IntegerValue.Int(1), Value.Nil, map));
        _data.Set("w", ListValue.OfStrings(StringValue.From("b"), StringValue.From("a")));
        _data.Set("j", StringValue.From("{\"a\":[1,2.5,null]}"));
        _host.AddEnvironment("HOME", "/");
    }

    public void Execute(ReadOnlyMemory<byte> input)
    {
        var options = new TemplateOptions
        {
            MissingKey = (MissingKey)(input.Length % 3),
            DeniedFunctions = Denied,
            Limits = Limits,
        };
        var parsed = Template.Parse(Encoding.UTF8.GetString(input.Span), options);
        if (parsed.Template is not { } template)
        {
            Require(parsed.Errors.Count > 0 && parsed.Errors[0].Line > 0 && parsed.Errors[0].Column >= 0, "an error without a place");
            return;
        }

        var first = template.Render(_host, _data);
        var second = template.Render(_host, _data);
        Require(first.Output.Span.SequenceEqual(second.Output.Span) && first.Error?.Message == second.Error?.Message, "two renderings differ");
        Require(_data.Count == 7, "the data changed");
        _ = template.ConstantDependencies;
    }

    private static void Require(bool holds, string finding)
    {
        if (!holds)
        {
            throw new InvalidOperationException(finding);
        }
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
