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

builder.AddProject<Projects.Indicators>("indicators")
    .WithHttpEndpoint(5111, name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
    .WithHttpEndpoint(5112, name: "http").WithHttpHealthCheck("/health", endpointName: "http")
    .WithReference(signalering).WaitFor(signalering)
    .WithDevelopment(development);

builder.Build().Run();
