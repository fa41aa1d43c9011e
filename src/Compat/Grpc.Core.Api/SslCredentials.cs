namespace Grpc.Core;

/// <summary>A further check of a server whose certificate is trusted. False refuses the connection.</summary>
/// <param name="context">The server.</param>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>The server that a <see cref="VerifyPeerCallback"/> looks at.</summary>
public class VerifyPeerContext
{
    internal VerifyPeerContext(string targetName, string peerPem)
    {
        TargetName = targetName;
        PeerPem = peerPem;
    }

    /// <summary>The name that was asked for.</summary>
    public string TargetName { get; }

    /// <summary>The server's certificate, as PEM.</summary>
    public string PeerPem { get; }
}

/// <summary>A certificate with its private key.</summary>
public sealed class KeyCertificatePair
{
    /// <summary>Puts the two together.</summary>
    /// <param name="certificateChain">The certificate and those that lead to a root, as PEM.</param>
    /// <param name="privateKey">The private key, as PEM.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public KeyCertificatePair(string certificateChain, string privateKey)
    {
        ArgumentNullException.ThrowIfNull(certificateChain);
        ArgumentNullException.ThrowIfNull(privateKey);
        CertificateChain = certificateChain;
        PrivateKey = privateKey;
    }

    /// <summary>The certificate and those that lead to a root, as PEM.</summary>
    public string CertificateChain { get; }

    /// <summary>The private key, as PEM.</summary>
    public string PrivateKey { get; }
}

/// <summary>TLS. Call credentials may travel over it.</summary>
/// <param name="rootCertificates">The trusted roots as PEM; null means the system's.</param>
/// <param name="keyCertificatePair">The client's certificate; null means none.</param>
/// <param name="verifyPeerCallback">A further check of the server; null means none.</param>
public sealed class SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback)
    : ChannelCredentials
{
    /// <summary>The system's roots and no client certificate.</summary>
    public SslCredentials()
        : this(null, null, null)
    {
    }

    /// <summary>Roots of one's own and no client certificate.</summary>
    /// <param name="rootCertificates">The trusted roots as PEM; null means the system's.</param>
    public SslCredentials(string? rootCertificates)
        : this(rootCertificates, null, null)
    {
    }

    /// <summary>Roots of one's own and a client certificate.</summary>
    /// <param name="rootCertificates">The trusted roots as PEM; null means the system's.</param>
    /// <param name="keyCertificatePair">The client's certificate; null means none.</param>
    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair)
        : this(rootCertificates, keyCertificatePair, null)
    {
    }

    /// <summary>The trusted roots as PEM; null means the system's.</summary>
    public string? RootCertificates { get; } = rootCertificates;

    /// <summary>The client's certificate; null means none.</summary>
    public KeyCertificatePair? KeyCertificatePair { get; } = keyCertificatePair;

    internal override bool IsComposable => true;

    /// <inheritdoc/>
    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object state) =>
        configurator.SetSslCredentials(state, RootCertificates, KeyCertificatePair, verifyPeerCallback);
}
