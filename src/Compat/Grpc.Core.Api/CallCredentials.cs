using Grpc.Core.Utils;

namespace Grpc.Core;

/// <summary>Adds what proves the caller to the headers of one call.</summary>
/// <param name="context">The call.</param>
/// <param name="metadata">The headers to add to.</param>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>The call for which headers are asked.</summary>
public class AuthInterceptorContext
{
    /// <summary>A call that is not cancelled.</summary>
    /// <param name="serviceUrl">The address of the service.</param>
    /// <param name="methodName">The name of the method within the service.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>A call.</summary>
    /// <param name="serviceUrl">The address of the service.</param>
    /// <param name="methodName">The name of the method within the service.</param>
    /// <param name="cancellationToken">Cancelled with the call.</param>
    /// <exception cref="ArgumentNullException">One of the texts is null.</exception>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>The address of the service.</summary>
    public string ServiceUrl { get; }

    /// <summary>The name of the method within the service.</summary>
    public string MethodName { get; }

    /// <summary>Cancelled with the call.</summary>
    public CancellationToken CancellationToken { get; }
}

/// <summary>Proves the caller, call by call.</summary>
public abstract class CallCredentials
{
    /// <summary>Credentials that apply all of these, in their order.</summary>
    /// <param name="credentials">Two or more.</param>
    /// <exception cref="ArgumentException">They are fewer than two.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        GrpcPreconditions.CheckArgument(credentials.Length >= 2, "Composing takes at least two call credentials.");
        return new Composite([.. credentials]);
    }

    /// <summary>Credentials that are headers.</summary>
    /// <param name="interceptor">Adds the headers, once for every call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="interceptor"/> is null.</exception>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new FromHeaders(interceptor);
    }

    /// <summary>Tells a transport what these credentials are. Users never call it.</summary>
    /// <param name="configurator">The transport's side.</param>
    /// <param name="state">Handed back to the configurator.</param>
    public abstract void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state);

    private sealed class Composite(IReadOnlyList<CallCredentials> parts) : CallCredentials
    {
        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, parts);
    }

    private sealed class FromHeaders(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetAsyncAuthInterceptorCredentials(state, interceptor);
    }
}

/// <summary>A transport's side of <see cref="CallCredentials"/>. Only transports derive from it.</summary>
public abstract class CallCredentialsConfiguratorBase
{
    /// <summary>The credentials are several.</summary>
    /// <param name="state">What the transport handed in.</param>
    /// <param name="credentials">The parts, in their order.</param>
    public abstract void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials);

    /// <summary>The credentials are headers.</summary>
    /// <param name="state">What the transport handed in.</param>
    /// <param name="interceptor">Adds the headers.</param>
    public abstract void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor);
}
