using System.Net;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;

namespace Regional.Interop.Tests;

/// <summary>The test service behind a real socket, with the interceptors that every service of the suite has.</summary>
public sealed class TestServerFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("interop");
    private WebApplication _app = null!;

    /// <summary>Where the server listens: HTTP/2 without TLS, on loopback.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A development token, good for an hour.</summary>
    public string Token { get; private set; } = "";

    /// <summary>A channel as a user would open it.</summary>
    internal GrpcChannel Channel { get; private set; } = null!;

    internal TestService.TestServiceClient Client => ClientOver(Channel);

    internal TestService.TestServiceClient ClientOver(ChannelBase channel) => new(WithIdentity(channel));

    internal CallInvoker WithIdentity(ChannelBase channel) => channel.Intercept(new TokenAndDeadline(Token, TimeProvider.System));

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration["Identity:DevelopmentKeys"] = _keys.FullName;
        builder.AddServiceDefaults();
        builder.Services.AddGrpc().AddServiceOptions<TestServer>(options => options.ResponseCompressionAlgorithm = "gzip");
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.Use(KeepCompressedFlags);
        _app.MapServiceDefaults();
        _app.MapGrpcService<TestServer>();
        await _app.StartAsync(TestContext.Current.CancellationToken);

        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Channel = GrpcChannel.ForAddress(Address);
        var caller = new Caller(WrittenValues.Parse<Oin>("00000099000000001000"), new(Role.Municipality), "leerplicht", "interop");
        Token = _app.Services.GetRequiredService<DevelopmentTokens>().Issue(caller, TimeSpan.FromHours(1));
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    // Without that header no message can be compressed, and the body is read as in any service.
    private static Task KeepCompressedFlags(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.ContainsKey("grpc-encoding"))
        {
            var flags = new CompressedFlags(context.Request.Body);
            context.Request.Body = flags;
            context.Features.Set(flags);
        }

        return next(context);
    }
}
