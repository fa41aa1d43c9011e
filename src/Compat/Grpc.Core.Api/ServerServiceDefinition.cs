namespace Grpc.Core;

/// <summary>The methods of a service with what handles them.</summary>
public class ServerServiceDefinition
{
    private readonly IReadOnlyList<Action<ServiceBinderBase>> _methods;

    private ServerServiceDefinition(IReadOnlyList<Action<ServiceBinderBase>> methods) => _methods = methods;

    /// <summary>Starts a definition.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Gives every method to a binder, in the order of their adding.</summary>
    internal void BindService(ServiceBinderBase serviceBinder)
    {
        foreach (var add in _methods)
        {
            add(serviceBinder);
        }
    }

    /// <summary>Collects the methods of a service.</summary>
    public class Builder
    {
        private readonly HashSet<string> _names = [];
        private readonly List<Action<ServiceBinderBase>> _methods = [];

        /// <summary>Adds a method with one request and one response.</summary>
        /// <typeparam name="TRequest">The type of a request.</typeparam>
        /// <typeparam name="TResponse">The type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What handles it.</param>
        /// <exception cref="ArgumentException">The service has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with a stream of requests.</summary>
        /// <typeparam name="TRequest">The type of a request.</typeparam>
        /// <typeparam name="TResponse">The type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What handles it.</param>
        /// <exception cref="ArgumentException">The service has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with a stream of responses.</summary>
        /// <typeparam name="TRequest">The type of a request.</typeparam>
        /// <typeparam name="TResponse">The type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What handles it.</param>
        /// <exception cref="ArgumentException">The service has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with a stream both ways.</summary>
        /// <typeparam name="TRequest">The type of a request.</typeparam>
        /// <typeparam name="TResponse">The type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What handles it.</param>
        /// <exception cref="ArgumentException">The service has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Gives the definition of what has been added so far.</summary>
        public ServerServiceDefinition Build() => new([.. _methods]);

        private Builder Add(IMethod method, Action<ServiceBinderBase> add)
        {
            if (!_names.Add(method.FullName))
            {
                throw new ArgumentException($"The method {method.FullName} has been added already.", nameof(method));
            }

            _methods.Add(add);
            return this;
        }
    }
}
