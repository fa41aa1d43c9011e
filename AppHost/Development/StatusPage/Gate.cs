using Microsoft.AspNetCore.Http;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>Lets nobody pass who has not logged in, and no page of another site.</summary>
internal sealed class Gate(Visitors visitors, RequestDelegate next)
{
    public const string LoginPath = "/login";

    // Pages are made of the site's own files alone. Blazor sets the height of what is not shown of a long list as a style attribute.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";

        // A name that an attacker's server resolves to 127.0.0.1 makes the browser take this site for the attacker's.
        if (request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            await Refuse(response, StatusCodes.Status400BadRequest, "The status page is at 127.0.0.1, by that name or as localhost only.");
        }
        else if (request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}")
        {
            await Refuse(response, StatusCodes.Status403Forbidden, "Another site may not call the status page.");
        }
        else if (request.Path == LoginPath || request.Path == SiteFiles.StylePath || IsInside(context, visitors))
        {
            await next(context);
        }
        else if (HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            response.Redirect(LoginPath);
        }
        else
        {
            await Refuse(response, StatusCodes.Status401Unauthorized, "Log in first, with the address that the AppHost printed.");
        }
    }

    /// <summary>Gives the browser its session.</summary>
    public static void LetIn(HttpContext context, string session) => context.Response.Cookies.Append(
        CookieOf(context.Request), session, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });

    /// <summary>Whether the browser has a session.</summary>
    public static bool IsInside(HttpContext context, Visitors visitors) => visitors.IsInside(context.Request.Cookies[CookieOf(context.Request)]);

    // Cookies know no ports: two AppHosts on one machine must not take each other's.
    private static string CookieOf(HttpRequest request) => $"regional-status-{request.Host.Port}";

    private static Task Refuse(HttpResponse response, int status, string why)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(why);
    }
}
