using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Something that happened in the life of an application.</summary>
public interface IDistributedApplicationEvent;

/// <summary>Something that happened to a resource.</summary>
public interface IDistributedApplicationResourceEvent : IDistributedApplicationEvent
{
    /// <summary>The resource.</summary>
    IResource Resource { get; }
}

/// <summary>Subscriptions to what happens in the life of an application.</summary>
public interface IDistributedApplicationEventing
{
    /// <summary>Calls back at every event of a type, one subscriber after the other, and the application waits for each.</summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="callback">What is called; an exception ends the start.</param>
    /// <returns>The subscription.</returns>
    DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback) where T : IDistributedApplicationEvent;

    /// <summary>Calls back at every event of a type that happens to one resource.</summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="resource">The resource.</param>
    /// <param name="callback">What is called.</param>
    /// <returns>The subscription.</returns>
    DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent;

    /// <summary>Publishes an event, and returns when every subscriber has handled it.</summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="event">The event.</param>
    /// <param name="cancellationToken">Reaches the subscribers.</param>
    /// <returns>The handling.</returns>
    Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default) where T : IDistributedApplicationEvent;
}

/// <summary>One subscriber of one type of event.</summary>
/// <param name="callback">What is called.</param>
public class DistributedApplicationEventSubscription(Func<IDistributedApplicationEvent, CancellationToken, Task> callback)
{
    /// <summary>What is called.</summary>
    public Func<IDistributedApplicationEvent, CancellationToken, Task> Callback { get; } = callback;
}
