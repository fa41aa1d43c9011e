using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Regional.ServiceDefaults.Health;

/// <summary>What a service looks after, and how it says so.</summary>
internal static class HealthExtensions
{
    /// <summary>Checks the cache where the configuration names one.</summary>
    public static void AddConnectionHealth(this IHostApplicationBuilder builder)
    {
        var checks = builder.Services.AddHealthChecks();
        if (builder.Configuration.GetConnectionString("cache") is { Length: > 0 } cache)
        {
            builder.Services.AddSingleton(_ => new CacheHealth(cache));
            checks.AddCheck<CacheHealth>("cache");
        }
    }

    /// <summary>Answers with the status on the first line and below it a line for each check that has something to say.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var reasons = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => $"\n{entry.Key} {entry.Value.Status}: {OneLine(entry.Value.Description ?? entry.Value.Exception?.GetType().Name)}");
        return context.Response.WriteAsync($"{report.Status}{string.Concat(reasons)}");
    }

    private static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ");
}
