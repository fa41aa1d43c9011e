using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Clients.Tests;

/// <summary>The real Signalering on a real socket, with files of its own.</summary>
public sealed class SignaleringFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplicationFactory<Program> _factory = null!;
    private GrpcChannel _channel = null!;

    /// <summary>Where it speaks gRPC, as host:port.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A token of the municipality of Assen, as <c>regional token --municipality 0106</c> prints it.</summary>
    public string Token => TokenOf(Role.Municipality);

    public string TokenOf(Role role) => _factory.Services.GetRequiredService<DevelopmentTokens>().Issue(
        new Caller(WrittenValues.Parse<Oin>("00000099000100106000"), new(role), "leerplicht", "test"), TimeSpan.FromMinutes(10));

    /// <summary>The signals of Assen that are stored, by their case numbers.</summary>
    /// <param name="prefix">With which the case numbers begin.</param>
    public async Task<IReadOnlyDictionary<string, string>> Stored(string prefix)
    {
        var client = new SignaleringService.SignaleringServiceClient(_channel.Intercept(headers => [.. headers, new("authorization", $"Bearer {Token}")]));
        var page = await client.ListSignalsAsync(
            new ListSignalsRequest { Parent = "regions/-", PageSize = 1_000 }, deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: Limit.Token);
        Assert.Empty(page.NextPageToken);
        return page.Signals.Where(signal => signal.CaseNumber.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(signal => signal.CaseNumber, signal => signal.Name);
    }

    public ValueTask InitializeAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development")
                .UseSetting("Regions:Path", Repository.File("regions"))
                .UseSetting("Data:Path", _folder.File("data"))
                .UseSetting("Identity:DevelopmentKeys", _folder.File("keys"))
                .UseSetting("Kestrel:Endpoints:grpc:Url", "http://127.0.0.1:0")
                .UseSetting("Kestrel:Endpoints:http:Url", "http://127.0.0.1:0")
                .ConfigureLogging(logging => logging.ClearProviders());
        });
        _factory.UseKestrel();
        _factory.StartServer();
        var address = new Uri(_factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Address = address.Authority;
        _channel = GrpcChannel.ForAddress(address);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _factory.DisposeAsync();
        await _folder.WaitUntilReleased();
        _folder.Dispose();
    }
}
