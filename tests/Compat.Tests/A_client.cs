using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class A_client
{
    private readonly RecordingInvoker _wire = new();

    [Fact]
    public void asks_for_the_channels_own_host_unless_told_otherwise()
    {
        new ParrotClient(_wire).Say("hello", default);

        Assert.Null(_wire.Calls.Single().Host);
    }

    [Fact]
    public void asks_for_another_host_in_every_kind_of_call_once_told()
    {
        var client = new ParrotClient(_wire).WithHost("one.example").WithHost("two.example");

        client.Say("hello", default);
        client.SayAsync("hello", default);
        client.Gather(default);
        client.Spell("hello", default);
        client.Chat(default);

        Assert.Equal(["two.example"], _wire.Calls.Select(call => call.Host).Distinct());
        Assert.Equal(5, _wire.Calls.Count);
    }

    [Fact]
    public void stays_as_it_is_when_a_copy_asks_for_another_host()
    {
        var client = new ParrotClient(_wire);

        client.WithHost("one.example");
        client.Say("hello", default);

        Assert.Null(_wire.Calls.Single().Host);
        Assert.Throws<ArgumentNullException>("host", () => client.WithHost(null!));
    }

    [Fact]
    public void without_a_channel_is_a_test_double_whose_calls_throw()
    {
        var client = new ParrotClient();

        Assert.Throws<NotImplementedException>(() => client.Say("hello", default));
        Assert.Throws<NotImplementedException>(() => client.SayAsync("hello", default));
        Assert.Throws<NotImplementedException>(() => client.Gather(default));
        Assert.Throws<NotImplementedException>(() => client.Spell("hello", default));
        Assert.Throws<NotImplementedException>(() => client.Chat(default));
    }

    [Fact]
    public void needs_something_to_call_with()
    {
        Assert.Throws<ArgumentNullException>(() => new ParrotClient((ChannelBase)null!));
        Assert.Throws<ArgumentNullException>(() => new ParrotClient((CallInvoker)null!));
    }

    [Fact]
    public async Task knows_a_channel_by_its_target_and_can_shut_it_down()
    {
        var channel = new RecordedChannel(_wire);

        Assert.Equal("recorded", channel.Target);
        await channel.ShutdownAsync();
    }
}
