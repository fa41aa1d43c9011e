using System.CommandLine;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Regional.Bench.Measuring;
using Regional.Bench.Signals;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Identity;
using Regional.Wire.Receipts.V1;
using Regional.Wire.Signalering.V1;

namespace Regional.Bench;

/// <summary>What identity, deadlines, rules and refusals cost a call: on one server, one service has the interceptors of every service, another has none.</summary>
internal static class Interceptors
{
    private const double AtLeast = 0.60;
    private const int Callers = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Command() => BenchCommand.Of(
        "interceptors",
        "Reads a signal that lies in memory by 64 callers at once, each call with a JWT, a deadline and all interceptors of the service defaults, against empty calls without any of these on the same channel. Asked for: 0.60.",
        Run);

    private static async Task Run(bool quick, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("regional-bench-");
        try
        {
            await using var server = await Serve(folder.FullName, cancellation);
            using var channel = GrpcChannel.ForAddress(server.Urls.Single());
            var token = $"Bearer {server.Services.GetRequiredService<DevelopmentTokens>().Issue(Sender.CallerOf(0), TimeSpan.FromHours(1))}";
            var read = new SignaleringService.SignaleringServiceClient(channel);
            var empty = new ReceiptKeysService.ReceiptKeysServiceClient(channel);
            var calls = quick ? 50_000 : 200_000;
            Func<Task<Turn>> reading = () => Call(calls, async () => await read.GetSignalAsync(
                new() { Name = Reads.Stored.Name }, new Metadata { { "authorization", token } }, DateTime.UtcNow + Patience, cancellation));
            Func<Task<Turn>> calling = () => Call(calls, async () => await empty.GetReceiptKeysAsync(new(), cancellationToken: cancellation));
            // Both once without counting, which compiles the code.
            await reading();
            await calling();
            var (ours, baseline) = (new Contender("ours", reading), new Contender("baseline", calling));
            await Contender.TakeTurns(quick ? 2 : 5, ours, baseline);
            Result.Print("interceptors", "", AtLeast, ours, baseline, ("microseconds_a_call", 1e6 / ours.PerSecond - 1e6 / baseline.PerSecond));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<Turn> Call(int calls, Func<Task> call) => Turn.Of(calls, () => [], () => Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
    {
        for (var i = 0; i < calls / Callers; i++)
        {
            await call();
        }
    })));

    private static async Task<WebApplication> Serve(string folder, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection([new("Identity:DevelopmentKeys", folder)]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.AddServiceDefaults();
        // From all services to one of the two.
        InterceptorRegistration[] interceptors = [];
        builder.Services.PostConfigure<GrpcServiceOptions>(all =>
        {
            interceptors = [.. all.Interceptors];
            all.Interceptors.Clear();
        });
        builder.Services.AddOptions<GrpcServiceOptions<Reads>>().PostConfigure<IOptions<GrpcServiceOptions>>((reads, all) =>
        {
            _ = all.Value;
            foreach (var interceptor in interceptors)
            {
                reads.Interceptors.Add(interceptor);
            }
        });
        var server = builder.Build();
        server.MapServiceDefaults();
        server.MapGrpcService<Reads>();
        server.MapGrpcService<Nothing>();
        await server.StartAsync(cancellation);
        return server;
    }

    private sealed class Reads : SignaleringService.SignaleringServiceBase
    {
        public static Signal Stored { get; } = new()
        {
            Name = "regions/VO2201/signals/00112233445566778899aabbccddeeff",
            Municipality = "0106",
            CaseNumber = "Z0000001",
            Kind = VerzuimKind.ZestienUur,
            StartDate = new() { Year = 2025, Month = 3, Day = 14 },
            Establishment = "20LO00",
            RegionsBySchool = { "VO2201" },
            RegionsByResidence = { "VO2201" },
        };

        public override Task<Signal> GetSignal(GetSignalRequest request, ServerCallContext context) => Task.FromResult(Stored);
    }

    private sealed class Nothing : ReceiptKeysService.ReceiptKeysServiceBase
    {
        private static readonly ReceiptKeys Empty = new();

        public override Task<ReceiptKeys> GetReceiptKeys(GetReceiptKeysRequest request, ServerCallContext context) => Task.FromResult(Empty);
    }
}
