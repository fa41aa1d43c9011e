namespace Grpc.Core;

/// <summary>The options of one call. It never changes: every <c>With…</c> gives a changed copy.</summary>
/// <param name="headers">What is sent before the first request.</param>
/// <param name="deadline">When the call ends at the latest, in UTC; none where null.</param>
/// <param name="cancellationToken">Cancels the call.</param>
/// <param name="writeOptions">How requests are written.</param>
/// <param name="propagationToken">The call on whose behalf this one is made.</param>
/// <param name="credentials">What proves the caller, for this call alone.</param>
public struct CallOptions(
    Metadata? headers = null,
    DateTime? deadline = null,
    CancellationToken cancellationToken = default,
    WriteOptions? writeOptions = null,
    ContextPropagationToken? propagationToken = null,
    CallCredentials? credentials = null)
{
    /// <summary>What is sent before the first request.</summary>
    public Metadata? Headers { readonly get; private set; } = headers;

    /// <summary>When the call ends at the latest, in UTC; none where null.</summary>
    public DateTime? Deadline { readonly get; private set; } = deadline;

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { readonly get; private set; } = cancellationToken;

    /// <summary>How requests are written.</summary>
    public WriteOptions? WriteOptions { readonly get; private set; } = writeOptions;

    /// <summary>The call on whose behalf this one is made.</summary>
    public ContextPropagationToken? PropagationToken { readonly get; private set; } = propagationToken;

    /// <summary>What proves the caller, for this call alone.</summary>
    public CallCredentials? Credentials { readonly get; private set; } = credentials;

    /// <summary>Whether the call waits for a connection until its deadline instead of failing at once.</summary>
    public bool IsWaitForReady { readonly get; private set; }

    /// <summary>The same options with other headers.</summary>
    /// <param name="headers">What is sent before the first request.</param>
    public readonly CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>The same options with another deadline.</summary>
    /// <param name="deadline">When the call ends at the latest, in UTC.</param>
    public readonly CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>The same options with another token.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public readonly CallOptions WithCancellationToken(CancellationToken cancellationToken) => this with { CancellationToken = cancellationToken };

    /// <summary>The same options with other write options.</summary>
    /// <param name="writeOptions">How requests are written.</param>
    public readonly CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>The same options on behalf of another call.</summary>
    /// <param name="propagationToken">The call on whose behalf this one is made.</param>
    public readonly CallOptions WithPropagationToken(ContextPropagationToken propagationToken) => this with { PropagationToken = propagationToken };

    /// <summary>The same options with other credentials.</summary>
    /// <param name="credentials">What proves the caller, for this call alone.</param>
    public readonly CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    /// <summary>The same options, waiting or not for a connection.</summary>
    /// <param name="waitForReady">Whether the call waits for a connection until its deadline instead of failing at once.</param>
    public readonly CallOptions WithWaitForReady(bool waitForReady = true) => this with { IsWaitForReady = waitForReady };
}
