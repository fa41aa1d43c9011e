using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class Metadata_of_a_call
{
    private readonly Metadata metadata = new()
    {
        { "abc", "first" },
        { "abc", "second" },
        { "xyz-bin", [1] },
        { "xyz-bin", [2] },
    };

    [Fact]
    public void gives_the_last_value_of_a_key_in_any_case()
    {
        Assert.Equal("second", metadata.Get("ABC")!.Value);
        Assert.Equal("second", metadata.GetValue("Abc"));
        Assert.Equal([2], metadata.GetValueBytes("XYZ-bin")!);
        Assert.Equal("second"u8.ToArray(), metadata.GetValueBytes("abc")!);
    }

    [Fact]
    public void gives_every_value_of_a_key_in_order()
    {
        Assert.Equal(["first", "second"], metadata.GetAll("ABC").Select(entry => entry.Value));
    }

    [Fact]
    public void gives_nothing_for_a_key_that_is_not_there()
    {
        Assert.Null(metadata.Get("no"));
        Assert.Null(metadata.GetValue("no"));
        Assert.Null(metadata.GetValueBytes("no"));
        Assert.Empty(metadata.GetAll("no"));
    }

    [Fact]
    public void does_not_give_bytes_as_text()
    {
        Assert.Throws<InvalidOperationException>(() => metadata.GetValue("xyz-bin"));
    }

    [Fact]
    public void is_a_list()
    {
        var added = new Metadata.Entry("new", "value");

        metadata.Insert(1, added);
        Assert.Equal((1, true, 5), (metadata.IndexOf(added), metadata.Contains(added), metadata.Count));
        metadata[0] = added;
        Assert.True(metadata.Remove(added));
        metadata.RemoveAt(1);
        Assert.Equal(["new", "xyz-bin", "xyz-bin"], metadata.Select(entry => entry.Key));

        var copy = new Metadata.Entry[4];
        metadata.CopyTo(copy, 1);
        Assert.Null(copy[0]);
        Assert.Equal(metadata, copy[1..]);
        metadata.Clear();
        Assert.Empty(metadata);
        Assert.False(metadata.IsReadOnly);
    }

    [Fact]
    public void refuses_null_entries()
    {
        Assert.Throws<ArgumentNullException>(() => metadata.Add(null!));
        Assert.Throws<ArgumentNullException>(() => metadata.Insert(0, null!));
        Assert.Throws<ArgumentNullException>(() => metadata[0] = null!);
    }

    [Fact]
    public void refuses_every_change_once_frozen()
    {
        var frozen = Metadata.Empty;
        var entry = new Metadata.Entry("abc", "value");

        Assert.True(frozen.IsReadOnly);
        Assert.All<Action>(
            [
                () => frozen.Add(entry),
                () => frozen.Add("abc", "value"),
                () => frozen.Add("abc-bin", [1]),
                () => frozen.Insert(0, entry),
                () => frozen[0] = entry,
                () => frozen.Remove(entry),
                () => frozen.RemoveAt(0),
                frozen.Clear,
            ],
            change => Assert.Throws<InvalidOperationException>(change));
        Assert.Empty(frozen);
    }
}
