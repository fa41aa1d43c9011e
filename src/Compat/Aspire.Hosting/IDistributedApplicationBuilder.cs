using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Describes the resources of an application, before it is built and run.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The assembly of the AppHost.</summary>
    Assembly? AppHostAssembly { get; }

    /// <summary>The folder of the AppHost's project.</summary>
    string AppHostDirectory { get; }

    /// <summary>The AppHost's configuration: its environment, its command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Where the AppHost itself runs.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>What the application is run for.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>What can be subscribed to in the life of the application.</summary>
    IDistributedApplicationEventing Eventing { get; }

    /// <summary>The resources added so far.</summary>
    IResourceCollection Resources { get; }

    /// <summary>The services of the AppHost itself.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a resource.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="resource">The resource; its name must be new here.</param>
    /// <returns>A builder for the resource.</returns>
    /// <exception cref="DistributedApplicationException">A resource of that name has been added before; case does not count.</exception>
    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

    /// <summary>Gives a builder for a resource without adding it.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="resource">The resource.</param>
    /// <returns>A builder for the resource.</returns>
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource;

    /// <summary>Builds the application.</summary>
    /// <returns>The application, not yet started.</returns>
    DistributedApplication Build();
}
