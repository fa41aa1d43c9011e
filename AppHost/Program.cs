using Regional.AppHost.Development;

if (StackOptions.Read(args) is not { } options)
{
    return;
}

var builder = DistributedApplication.CreateBuilder(args);
var development = builder.AddDevelopment(options);

// Each service speaks gRPC at one endpoint and tells of its health, in HTTP/1.1, at the other.
var signalering = builder.AddProject<Projects.Signalering>("signalering")
    .WithHttpEndpoint(5101, name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
    .WithHttpEndpoint(5102, name: "http").WithHttpHealthCheck("/health", endpointName: "http")
    .WithDevelopment(development);

var indicators = builder.AddProject<Projects.Indicators>("indicators")
    .WithHttpEndpoint(5111, name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
    .WithHttpEndpoint(5112, name: "http").WithHttpHealthCheck("/health", endpointName: "http")
    .WithReference(signalering).WaitFor(signalering)
    .WithDevelopment(development);

if (options.WithServers)
{
    var database = builder.AddConnection("database", () => builder.AddPostgres("postgres", port: 5131).WithDataVolume().AddDatabase("database", "regional"));
    var bus = builder.AddConnection("bus", () => builder.AddRabbitMQ("bus", port: 5132).WithDataVolume());
    var cache = builder.AddConnection("cache", () => builder.AddRedis("cache", port: 5133).WithDataVolume());
    foreach (var service in new[] { signalering, indicators })
    {
        // Without bus and cache a service is slower, and serves: it does not wait for them.
        service.WithReference(database).WaitFor(database).WithReference(bus).WithReference(cache);
    }
}

builder.Build().Run();
