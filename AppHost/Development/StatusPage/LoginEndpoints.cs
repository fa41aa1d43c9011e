using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Regional.AppHost.Development.StatusPage.Pages;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>Where a token is exchanged for a session: by the printed address, or by a form that it is pasted into.</summary>
internal static class LoginEndpoints
{
    public static void MapLogin(this IEndpointRouteBuilder endpoints, Visitors visitors, Action loggedIn)
    {
        endpoints.MapGet(Gate.LoginPath, (HttpContext context, string? t) => t is null ? Form(isRefused: false) : Enter(context, t));
        endpoints.MapPost(Gate.LoginPath, (HttpContext context, [FromForm] string? token) => Enter(context, TokenIn(token ?? "")));

        IResult Enter(HttpContext context, string token)
        {
            if (visitors.Enter(token) is not { } session)
            {
                return Gate.IsInside(context, visitors) ? TypedResults.LocalRedirect("/") : Form(isRefused: true); // the printed address, clicked again
            }

            Gate.LetIn(context, session);
            loggedIn();
            return TypedResults.LocalRedirect("/");
        }
    }

    // The whole printed address is welcome too.
    private static string TokenIn(string pasted) => pasted.Trim().Split("t=")[^1];

    private static RazorComponentResult Form(bool isRefused) => new RazorComponentResult<LoginPage>(new { IsRefused = isRefused })
    {
        StatusCode = isRefused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
    };
}
