namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application: a process, or something that processes are told of.</summary>
public interface IResource
{
    /// <summary>The name by which others refer to it, unique in the application.</summary>
    string Name { get; }

    /// <summary>What has been said about it.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>A resource that gets environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that gets arguments on its command line.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose start can wait for another.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that is a part of another: it runs while that one runs.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource that it is a part of.</summary>
    IResource Parent { get; }
}

/// <inheritdoc cref="IResourceWithParent"/>
/// <typeparam name="T">The parent's type.</typeparam>
public interface IResourceWithParent<out T> : IResourceWithParent where T : IResource
{
    /// <inheritdoc cref="IResourceWithParent.Parent"/>
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}

/// <summary>Something said about a resource.</summary>
public interface IResourceAnnotation;
