using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class A_metadata_entry
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("ABC", "abc")]
    [InlineData("0-9_a.Z", "0-9_a.z")]
    [InlineData("-", "-")]
    public void has_its_key_in_lower_case(string key, string stored)
    {
        Assert.Equal(stored, new Metadata.Entry(key, "value").Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("[")]
    [InlineData("é")]
    [InlineData("a\nb")]
    [InlineData("\u212A")] // the Kelvin sign: its lower case is an ASCII k
    public void refuses_a_key_with_another_character(string key)
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));
    }

    [Fact]
    public void is_binary_exactly_when_its_key_ends_in_bin()
    {
        Assert.False(new Metadata.Entry("abc", "value").IsBinary);
        Assert.True(new Metadata.Entry("ABC-Bin", [1]).IsBinary);
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("abc-bin", "value"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("abc", [1]));
        Assert.False(new Metadata.Entry("bin", "value").IsBinary);
    }

    [Fact]
    public void refuses_null()
    {
        Assert.Throws<ArgumentNullException>("key", () => new Metadata.Entry(null!, "value"));
        Assert.Throws<ArgumentNullException>("value", () => new Metadata.Entry("abc", (string)null!));
        Assert.Throws<ArgumentNullException>("valueBytes", () => new Metadata.Entry("abc-bin", (byte[])null!));
    }

    [Fact]
    public void gives_text_as_text_and_as_ASCII_bytes()
    {
        var entry = new Metadata.Entry("abc", "XY");

        Assert.Equal("XY", entry.Value);
        Assert.Equal("XY"u8.ToArray(), entry.ValueBytes);
    }

    [Fact]
    public void gives_bytes_as_bytes_only()
    {
        var entry = new Metadata.Entry("abc-bin", [1, 2]);

        Assert.Equal([1, 2], entry.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void keeps_its_bytes_when_the_array_given_or_the_array_got_is_changed()
    {
        byte[] given = [1, 2];
        var entry = new Metadata.Entry("abc-bin", given);

        given[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.Equal([1, 2], entry.ValueBytes);
    }

    [Fact]
    public void prints_its_text_and_never_its_bytes()
    {
        Assert.Equal("[Entry: key=abc, value=XY]", new Metadata.Entry("abc", "XY").ToString());
        Assert.Equal("[Entry: key=abc-bin, valueBytes=System.Byte[]]", new Metadata.Entry("abc-bin", [1]).ToString());
    }
}
