using Injector.Templates.Values;

namespace Injector.Templates.Tests.Values;

public sealed class MapValueTests
{
    [Fact]
    public void Keeps_KeysInOrderWhateverTheOrderOfInsertion()
    {
        var map = MapValue.Create();
        foreach (var key in new[] { "m", "z", "a", "q", "b", "z" })
        {
            map.Set(key, StringValue.From(key));
        }

        Assert.Equal(["a", "b", "m", "q", "z"], map.Keys.ToArray().Select(key => key.Decode()));
        Assert.True(map.TryGet("q"u8, out var value));
        Assert.Equal("q", ((StringValue)value).Decode());
    }

    [Fact]
    public void Removes_Entries()
    {
        var map = MapValue.Create();
        map.Set("a", BoolValue.True);
        map.Set("b", BoolValue.False);

        map.Remove("a"u8);
        map.Remove("nope"u8);

        Assert.Equal(1, map.Count);
        Assert.False(map.TryGet("a"u8, out _));
    }

    [Fact]
    public void Copies_AreIndependent()
    {
        var map = MapValue.Create();
        map.Set("a", BoolValue.True);

        var copy = map.ShallowCopy();
        copy.Set("b", BoolValue.True);

        Assert.Equal(1, map.Count);
        Assert.Equal(2, copy.Count);
    }

    [Fact]
    public void Shows_TypesInsteadOfContent()
    {
        Assert.Equal("string", StringValue.From("secret").ToString());
        Assert.Equal("map[string]interface {}", MapValue.Create().ToString());
    }
}
