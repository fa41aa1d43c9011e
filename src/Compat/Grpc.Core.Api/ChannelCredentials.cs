using Grpc.Core.Utils;

namespace Grpc.Core;

/// <summary>Protects a channel.</summary>
public abstract class ChannelCredentials
{
    /// <summary>No protection at all.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS with the system's trusted roots and no client certificate.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    /// <summary>Whether call credentials may travel over the channel: a token over an unprotected channel is anybody's.</summary>
    internal virtual bool IsComposable => false;

    /// <summary>Channel credentials that also prove the caller on every call.</summary>
    /// <param name="channelCredentials">Protect the channel; <see cref="SslCredentials"/>.</param>
    /// <param name="callCredentials">Prove the caller.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    /// <exception cref="ArgumentException">The channel credentials do not protect the channel.</exception>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        GrpcPreconditions.CheckArgument(
            channelCredentials.IsComposable,
            $"Call credentials need a channel that is protected, by SslCredentials; {channelCredentials.GetType().Name} cannot carry them.");
        return new CompositeCredentials(channelCredentials, callCredentials);
    }

    /// <summary>Tells a transport what these credentials are. Users never call it.</summary>
    /// <param name="configurator">The transport's side.</param>
    /// <param name="state">Handed back to the configurator.</param>
    public abstract void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object state);

    private sealed class InsecureCredentials : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object state) =>
            configurator.SetInsecureCredentials(state);
    }

    private sealed class CompositeCredentials(ChannelCredentials channelCredentials, CallCredentials callCredentials) : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object state) =>
            configurator.SetCompositeCredentials(state, channelCredentials, callCredentials);
    }
}

/// <summary>A transport's side of <see cref="ChannelCredentials"/>. Only transports derive from it.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>The channel is not protected.</summary>
    /// <param name="state">What the transport handed in.</param>
    public abstract void SetInsecureCredentials(object state);

    /// <summary>The channel is protected by TLS.</summary>
    /// <param name="state">What the transport handed in.</param>
    /// <param name="rootCertificates">The trusted roots as PEM; null means the system's.</param>
    /// <param name="keyCertificatePair">The client's certificate; null means none.</param>
    /// <param name="verifyPeerCallback">A further check of the server; null means none.</param>
    public abstract void SetSslCredentials(
        object state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback);

    /// <summary>The channel is protected and every call proves its caller.</summary>
    /// <param name="state">What the transport handed in.</param>
    /// <param name="channelCredentials">Protect the channel.</param>
    /// <param name="callCredentials">Prove the caller.</param>
    public abstract void SetCompositeCredentials(object state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
