// A service that does as it is told, by its environment and by its callers, so that the tests can see what becomes of it.
using System.Runtime.InteropServices;

var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
if (settings["DIE_AT_START"] is { } lastWords)
{
    Console.Error.WriteLine(lastWords);
    return 3;
}

if (settings["THROW_AT_START"] is not null)
{
    // From deep down: the trace is longer than what the AppHost shows of a log.
    Throw(20);
}

// Only SIGKILL ends it: by being told so, it stays deaf to everything else that a terminal or an AppHost sends.
using var terminate = settings["IGNORE_SIGTERM"] is null ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ignore);
using var interrupt = settings["IGNORE_SIGTERM"] is null ? null : PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);

var builder = WebApplication.CreateBuilder(args);
if (settings["IGNORE_SIGTERM"] is not null)
{
    builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
}

var app = builder.Build();
app.MapGet("/health", (HttpContext context) => settings["HEALTH"] switch
{
    "degraded" => Results.Text("Degraded\nbus Degraded: away\ncache Degraded: away"),
    "failed" => Results.Text("Unhealthy\ndatabase Unhealthy: away", statusCode: 503),
    "broken" => Part(context, context.Abort),
    "held" => Part(context, () => Thread.Sleep(Timeout.Infinite)),
    _ => File.Exists(settings["UNHEALTHY_WHILE"]) ? Results.StatusCode(503) : Results.Ok(),
});
app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
app.MapGet("/pid", () => Environment.ProcessId);
app.MapPost("/die/{code:int}", (int code) => Environment.Exit(code));
app.MapPost("/write/{length:int}", (int length) => Console.WriteLine(new string('x', length)));
app.MapPost("/write/{lines:int}/{length:int}", async (int lines, int length) =>
{
    await using var output = new StreamWriter(Console.OpenStandardOutput());
    var line = new string('x', length);
    for (var i = 0; i < lines; i++)
    {
        await output.WriteLineAsync(line);
    }
});
await app.RunAsync();
return 0;

// Three bytes of the seven that are promised.
static IResult Part(HttpContext context, Action then)
{
    context.Response.ContentType = "text/plain";
    context.Response.ContentLength = 7;
    return Results.Stream(async body =>
    {
        await body.WriteAsync("Hea"u8.ToArray());
        await body.FlushAsync();
        then();
    }, "text/plain");
}

void Throw(int depth)
{
    if (depth == 0)
    {
        throw new InvalidOperationException(settings["THROW_AT_START"]);
    }

    Throw(depth - 1);
}

static void Ignore(PosixSignalContext signal) => signal.Cancel = true;

internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
