using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>Style and scripts, which are in the assembly.</summary>
internal static class SiteFiles
{
    public const string StylePath = "/status.css";

    private static readonly (string Path, string Type)[] Files =
    [
        (StylePath, "text/css; charset=utf-8"),
        ("/telemetry.css", "text/css; charset=utf-8"),
        ("/telemetry.js", "text/javascript; charset=utf-8"),
        ("/status.js", "text/javascript; charset=utf-8"),
        ("/_framework/blazor.web.js", "text/javascript; charset=utf-8"),
    ];

    public static void MapSiteFiles(this IEndpointRouteBuilder endpoints)
    {
        foreach (var (path, type) in Files)
        {
            endpoints.MapGet(path, () => TypedResults.Stream(typeof(SiteFiles).Assembly.GetManifestResourceStream(Path.GetFileName(path))!, type));
        }
    }
}
