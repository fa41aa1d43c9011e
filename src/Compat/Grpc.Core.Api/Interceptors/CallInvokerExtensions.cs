namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors around the calls of an invoker.</summary>
public static class CallInvokerExtensions
{
    /// <summary>Puts an interceptor around every call. It comes before those that <paramref name="invoker"/> has.</summary>
    /// <param name="invoker">What makes the calls.</param>
    /// <param name="interceptor">The interceptor.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptingCallInvoker(invoker, interceptor);
    }

    /// <summary>Puts interceptors around every call: the first one listed sees the request first, the last one is nearest to the wire.</summary>
    /// <param name="invoker">What makes the calls.</param>
    /// <param name="interceptors">The interceptors; without any, the calls stay as they are.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptors);
        return interceptors.Reverse().Aggregate(invoker, Intercept);
    }

    /// <summary>Lets a function change the headers of every call.</summary>
    /// <param name="invoker">What makes the calls.</param>
    /// <param name="interceptor">Gets the headers of a call, empty where it has none, and gives those that are sent.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptingCallInvoker(invoker, new MetadataInterceptor(interceptor));
    }
}
