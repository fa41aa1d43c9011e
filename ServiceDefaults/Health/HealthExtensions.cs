using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.ServiceDefaults.Health;

/// <summary>How a service tells of its health.</summary>
internal static class HealthExtensions
{
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
