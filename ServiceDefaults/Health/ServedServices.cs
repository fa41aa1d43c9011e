using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Regional.ServiceDefaults.Health;

/// <summary>The gRPC services that this process has mapped, with their contracts.</summary>
internal sealed class ServedServices(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyDictionary<string, ServiceDescriptor>> _services = new(() => endpoints.Endpoints
        .Select(e => e.Metadata.GetMetadata<GrpcMethodMetadata>())
        .OfType<GrpcMethodMetadata>()
        .Select(m => Descriptor(m.ServiceType))
        .DistinctBy(d => d.FullName)
        .ToDictionary(d => d.FullName));

    /// <summary>Full names like <c>regional.signalering.v1.SignaleringService</c>.</summary>
    public IReadOnlySet<string> Names => _services.Value.Keys.ToHashSet();

    /// <summary>The contracts.</summary>
    public IEnumerable<ServiceDescriptor> Descriptors => _services.Value.Values;

    // The generated base class says where its service is bound; beside that stands the descriptor.
    private static ServiceDescriptor Descriptor(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>() is { } bind)
            {
                return (ServiceDescriptor)bind.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            }
        }

        throw new InvalidOperationException($"{service} does not derive from a generated gRPC service.");
    }
}
