// An AppHost for the tests that send signals: two services, of which the second waits for the first.
// `--first:IGNORE_SIGTERM=true` sets that variable of the first; `--first-port=5000` gives it that port; `--follow-log-of=first` reads its log.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

if (args.Contains("--describe-nothing=true"))
{
    return;
}

var builder = DistributedApplication.CreateBuilder(args);
var first = Add("first");
Add("second").WithReference(first).WaitFor(first);
builder.Services.AddHostedService<Report>();
builder.Services.AddHostedService<Reader>();
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
            if (change is { Snapshot.HealthStatus: HealthStatus.Healthy, Resource: IResourceWithEndpoints listening })
            {
                Console.WriteLine($"healthy {listening.Name} {listening.GetEndpoints().Single().Url}");
            }
        }
    }
}

/// <summary>Reads the log that it is told to; writes `read 1000 lines of 200` after so many lines of that length.</summary>
internal sealed class Reader(ResourceLoggerService logs, IConfiguration configuration) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["follow-log-of"] is not { } name)
        {
            return;
        }

        var lines = 0;
        await foreach (var batch in logs.WatchAsync(name).WithCancellation(stoppingToken))
        {
            foreach (var line in batch.Where(line => line.Content.StartsWith('x')))
            {
                if (++lines % 100_000 == 0)
                {
                    Console.WriteLine($"read {lines} lines of {line.Content.Length}");
                }
            }
        }
    }
}
