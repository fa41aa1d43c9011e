using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Regional.Compat.Tests;

public sealed class Interceptors_of_a_client
{
    private readonly RecordingInvoker _wire = new();

    [Fact]
    public void run_in_the_order_in_which_they_are_listed_and_unwind_backwards()
    {
        var order = new List<string>();

        new ParrotClient(_wire.Intercept(new Passes("a", order), new Passes("b", order), new Passes("c", order))).Say("hello", default);

        Assert.Equal(["a in", "b in", "c in", "c out", "b out", "a out"], order);
    }

    [Fact]
    public void that_are_added_later_run_earlier()
    {
        var order = new List<string>();

        new ParrotClient(_wire.Intercept(new Passes("a", order)).Intercept(new Passes("b", order))).Say("hello", default);

        Assert.Equal(["b in", "a in", "a out", "b out"], order);
    }

    [Fact]
    public void stand_around_calls_over_a_channel_too()
    {
        var order = new List<string>();
        var channel = new RecordedChannel(_wire);

        new ParrotClient(channel.Intercept(new Passes("a", order), new Passes("b", order))).Say("hello", default);
        new ParrotClient(channel.Intercept(new Passes("c", order))).Say("hello", default);
        new ParrotClient(channel.Intercept(headers => [.. headers, new("x-colour", "green")])).Say("hello", default);

        Assert.Equal(["a in", "b in", "b out", "a out", "c in", "c out"], order);
        Assert.Equal("green", _wire.Calls[^1].Options.Headers!.GetValue("x-colour"));
    }

    [Fact]
    public void leave_a_call_as_it_is_where_there_are_none()
    {
        new ParrotClient(_wire.Intercept([])).Say("hello", default);

        Assert.Equal(("Say", null), (_wire.Calls.Single().Method, _wire.Calls.Single().Host));
    }

    [Fact]
    public void pass_every_kind_of_call_on_unless_they_override_it()
    {
        var client = new ParrotClient(_wire.Intercept(new Silent()));

        client.Say("hello", default);
        client.SayAsync("hello", default);
        client.Gather(default);
        client.Spell("hello", default);
        client.Chat(default);

        Assert.Equal(["Say", "Say", "Gather", "Spell", "Chat"], _wire.Calls.Select(call => call.Method));
    }

    [Fact]
    public void change_the_headers_of_every_kind_of_call_by_a_function()
    {
        var client = new ParrotClient(_wire.Intercept(headers => [.. headers, new("x-colour", "green")]));

        client.Say("hello", new CallOptions(headers: new Metadata { { "x-size", "small" } }));
        client.SayAsync("hello", default);
        client.Gather(default);
        client.Spell("hello", default);
        client.Chat(default);

        Assert.Equal(5, _wire.Calls.Count);
        Assert.All(_wire.Calls, call => Assert.Equal("green", call.Options.Headers!.GetValue("x-colour")));
        Assert.Equal("small", _wire.Calls[0].Options.Headers!.GetValue("x-size"));
    }

    [Fact]
    public void are_never_null()
    {
        Assert.Throws<ArgumentNullException>(() => _wire.Intercept((Interceptor)null!));
        Assert.Throws<ArgumentNullException>(() => _wire.Intercept((Interceptor[])null!));
        Assert.Throws<ArgumentNullException>(() => _wire.Intercept(new Silent(), null!));
        Assert.Throws<ArgumentNullException>(() => _wire.Intercept((Func<Metadata, Metadata>)null!));
        Assert.Throws<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(new Silent()));
        Assert.Throws<ArgumentNullException>(() => ((ChannelBase)null!).Intercept(new Silent()));
    }

    private sealed class Silent : Interceptor;

    private sealed class Passes(string name, List<string> order) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add($"{name} in");
            var response = continuation(request, context);
            order.Add($"{name} out");
            return response;
        }
    }
}
