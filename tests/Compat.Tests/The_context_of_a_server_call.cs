using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class The_context_of_a_server_call
{
    private readonly Context _context = new();

    [Fact]
    public void hands_the_options_of_a_propagation_token_to_the_transport()
    {
        var options = new ContextPropagationOptions(propagateDeadline: false);

        _context.CreatePropagationToken(options);
        _context.CreatePropagationToken();

        Assert.Equal([options, null], _context.Asked);
        Assert.Equal((false, true), (options.IsPropagateDeadline, options.IsPropagateCancellation));
        Assert.Equal((true, true), (ContextPropagationOptions.Default.IsPropagateDeadline, ContextPropagationOptions.Default.IsPropagateCancellation));
    }

    [Fact]
    public void keeps_what_interceptors_tell_each_other()
    {
        _context.UserState["key"] = "value";

        Assert.Equal("value", _context.UserState["key"]);
    }

    [Fact]
    public async Task is_what_the_transport_makes_of_it()
    {
        _context.Status = new Status(StatusCode.NotFound, "gone");
        _context.WriteOptions = WriteOptions.Default;
        var headers = new Metadata();
        await _context.WriteResponseHeadersAsync(headers);

        Assert.Equal(("/service/method", "host", "peer", DateTime.MaxValue), (_context.Method, _context.Host, _context.Peer, _context.Deadline));
        Assert.Equal((StatusCode.NotFound, "gone"), (_context.Status.StatusCode, _context.Status.Detail));
        Assert.Same(WriteOptions.Default, _context.WriteOptions);
        Assert.Same(headers, _context.Written);
        Assert.Empty(_context.RequestHeaders);
        Assert.Empty(_context.ResponseTrailers);
        Assert.False(_context.CancellationToken.CanBeCanceled);
    }

    [Fact]
    public void tells_who_the_other_side_has_proved_to_be()
    {
        var name = AuthProperty.Create("name", "één"u8.ToArray());
        var known = new AuthContext("name", new Dictionary<string, List<AuthProperty>> { ["name"] = [name], ["type"] = [AuthProperty.Create("type", [120])] });
        var unknown = new AuthContext(null, []);

        Assert.True(known.IsPeerAuthenticated);
        Assert.Equal([name], known.PeerIdentity);
        Assert.Equal("één", name.Value);
        Assert.Equal(2, known.Properties.Count());
        Assert.Empty(known.FindPropertiesByName("no"));
        Assert.False(unknown.IsPeerAuthenticated);
        Assert.Empty(unknown.PeerIdentity);
        Assert.Throws<ArgumentNullException>("value", () => AuthProperty.Create("name", null!));
    }

    [Fact]
    public void keeps_the_bytes_of_a_property_when_the_array_given_or_the_array_got_is_changed()
    {
        byte[] given = [1, 2];
        var property = AuthProperty.Create("name", given);

        given[0] = 9;
        property.ValueBytes[1] = 9;

        Assert.Equal([1, 2], property.ValueBytes);
    }

    private sealed class Context : ServerCallContext
    {
        public List<ContextPropagationOptions?> Asked { get; } = [];

        public Metadata? Written { get; private set; }

        protected override string MethodCore => "/service/method";

        protected override string HostCore => "host";

        protected override string PeerCore => "peer";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore { get; } = [];

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore { get; } = new(null, []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
        {
            Asked.Add(options);
            return null!;
        }

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
        {
            Written = responseHeaders;
            return Task.CompletedTask;
        }
    }
}
