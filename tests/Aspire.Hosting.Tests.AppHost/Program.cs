// An AppHost for the tests that send signals: two services, of which the second waits for the first.
// `--first:IGNORE_SIGTERM=true` sets that variable of the first; `--first-port=5000` gives it that port.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = DistributedApplication.CreateBuilder(args);
var first = Add("first");
Add("second").WithReference(first).WaitFor(first);
builder.Services.AddHostedService<Report>();
builder.Build().Run();

IResourceBuilder<ProjectResource> Add(string name) => builder.AddProject<Projects.Aspire_Hosting_Tests_Service>(name)
    .WithHttpEndpoint(builder.Configuration.GetValue<int?>($"{name}-port"), name: "http")
    .WithHttpHealthCheck("/health", endpointName: "http")
    .WithEnvironment(context =>
    {
        foreach (var variable in builder.Configuration.GetSection(name).GetChildren())
        {
            context.EnvironmentVariables[variable.Key] = variable.Value ?? "";
        }
    });

/// <summary>Writes `healthy first http://127.0.0.1:20000` whenever a service becomes healthy.</summary>
internal sealed class Report(ResourceNotificationService notifications) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (change.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy)
            {
                Console.WriteLine($"healthy {change.Resource.Name} {((IResourceWithEndpoints)change.Resource).GetEndpoints().Single().Url}");
            }
        }
    }
}
