using System.Text;

namespace Grpc.Core;

/// <summary>How messages of a type become bytes and come back.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public class Marshaller<T>
{
    /// <summary>A marshaller by arrays.</summary>
    /// <param name="serializer">From a message to bytes.</param>
    /// <param name="deserializer">From bytes to a message.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>A marshaller that writes into and reads from the call's own buffers.</summary>
    /// <param name="serializer">Writes a message into the context.</param>
    /// <param name="deserializer">Reads a message from the context.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = _ => throw new NotImplementedException("This marshaller writes into a context only. Use ContextualSerializer.");
        Deserializer = _ => throw new NotImplementedException("This marshaller reads from a context only. Use ContextualDeserializer.");
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;
    }

    /// <summary>From a message to bytes; throws <see cref="NotImplementedException"/> where the marshaller works by contexts.</summary>
    public Func<T, byte[]> Serializer { get; }

    /// <summary>From bytes to a message; throws <see cref="NotImplementedException"/> where the marshaller works by contexts.</summary>
    public Func<byte[], T> Deserializer { get; }

    /// <summary>Writes a message into a context.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>Reads a message from a context.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}

/// <summary>Makes marshallers.</summary>
public static class Marshallers
{
    /// <summary>Strings as UTF-8.</summary>
    public static Marshaller<string> StringMarshaller { get; } = Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    /// <inheritdoc cref="Marshaller{T}(Func{T, byte[]}, Func{byte[], T})"/>
    /// <typeparam name="T">The type of the messages.</typeparam>
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) => new(serializer, deserializer);

    /// <inheritdoc cref="Marshaller{T}(Action{T, SerializationContext}, Func{DeserializationContext, T})"/>
    /// <typeparam name="T">The type of the messages.</typeparam>
    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}
