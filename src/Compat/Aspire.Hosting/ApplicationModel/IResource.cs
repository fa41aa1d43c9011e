namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application that is run: for now, a project.</summary>
public interface IResource
{
    /// <summary>The name by which others refer to it, unique in the application.</summary>
    string Name { get; }

    /// <summary>What has been said about it.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>A resource that gets environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that listens.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose start can wait for another.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>Something said about a resource.</summary>
public interface IResourceAnnotation;
