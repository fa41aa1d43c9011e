using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class Credentials
{
    private static readonly CallCredentials Proof = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

    [Fact]
    public void of_a_call_are_composed_of_two_or_more()
    {
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose());
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(Proof));
        Assert.Throws<ArgumentNullException>(() => CallCredentials.FromInterceptor(null!));

        var seen = new SeenByTransport();
        CallCredentials.Compose(Proof, Proof).InternalPopulateConfiguration(seen, "state");
        Assert.Equal("state composite of 2", seen.What);
        Proof.InternalPopulateConfiguration(seen, "state");
        Assert.Equal("state interceptor", seen.What);
    }

    [Fact]
    public void of_a_call_travel_only_over_a_protected_channel()
    {
        var seen = new ChannelSeenByTransport();

        ChannelCredentials.Create(ChannelCredentials.SecureSsl, Proof).InternalPopulateConfiguration(seen, "state");

        Assert.Equal("state SslCredentials with call credentials", seen.What);
        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Proof));
        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Create(new SslCredentials(), Proof), Proof));
        Assert.Throws<ArgumentNullException>(() => ChannelCredentials.Create(null!, Proof));
        Assert.Throws<ArgumentNullException>(() => ChannelCredentials.Create(new SslCredentials(), null!));
    }

    [Fact]
    public void of_a_channel_tell_the_transport_what_they_are()
    {
        var seen = new ChannelSeenByTransport();

        ChannelCredentials.Insecure.InternalPopulateConfiguration(seen, "state");
        Assert.Equal("state insecure", seen.What);
        ChannelCredentials.SecureSsl.InternalPopulateConfiguration(seen, "state");
        Assert.Equal("state ssl   False", seen.What);
        new SslCredentials("roots", new KeyCertificatePair("chain", "key"), _ => true).InternalPopulateConfiguration(seen, "state");
        Assert.Equal("state ssl roots chain True", seen.What);
        Assert.Throws<ArgumentNullException>("privateKey", () => new KeyCertificatePair("chain", null!));
    }

    [Fact]
    public void are_asked_for_a_call_that_has_a_name()
    {
        var context = new AuthInterceptorContext("http://one.example/service", "method");

        Assert.Equal(("http://one.example/service", "method", CancellationToken.None), (context.ServiceUrl, context.MethodName, context.CancellationToken));
        Assert.Throws<ArgumentNullException>("methodName", () => new AuthInterceptorContext("http://one.example/service", null!));
    }

    private sealed class SeenByTransport : CallCredentialsConfiguratorBase
    {
        public string? What { get; private set; }

        public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials) =>
            What = $"{state} composite of {credentials.Count}";

        public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) => What = $"{state} interceptor";
    }

    private sealed class ChannelSeenByTransport : ChannelCredentialsConfiguratorBase
    {
        public string? What { get; private set; }

        public override void SetInsecureCredentials(object state) => What = $"{state} insecure";

        public override void SetSslCredentials(
            object state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback) =>
            What = $"{state} ssl {rootCertificates} {keyCertificatePair?.CertificateChain} {verifyPeerCallback is not null}";

        public override void SetCompositeCredentials(object state, ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
            What = $"{state} {channelCredentials.GetType().Name} with call credentials";
    }
}
