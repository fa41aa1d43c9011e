using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Regional.ServiceDefaults.Identity;
using Regional.Tests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

/// <summary>One service for a class of tests, on a real socket and with a clock that the tests set.</summary>
public sealed class ProbeFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ManualClock Clock { get; } = new(new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero));

    internal Probe Probe { get; } = new();

    internal TestService Host { get; private set; } = null!;

    /// <summary>The private key of the tokens that the service trusts.</summary>
    internal string IssuerKey { get; private set; } = "";

    internal ProbeService.ProbeServiceClient Client => new(Host.CallerAs(TestService.Municipality));

    /// <summary>Options as a careful caller has them: a deadline, and the token of the test.</summary>
    internal static CallOptions Options => new(deadline: TestService.Deadline, cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask InitializeAsync()
    {
        Host = await Start(_folder, Clock, Probe);
        Host.Service<DevelopmentTokens>(); // makes the key
        IssuerKey = await File.ReadAllTextAsync(_folder.File("keys/issuer.pem"), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Starts a service that answers as the probe does.</summary>
    internal static Task<TestService> Start(TemporaryFolder folder, TimeProvider clock, Probe probe, params IEnumerable<(string Key, string Value)> settings) => TestService.Start(
        folder,
        clock,
        builder => builder.Services.AddSingleton(probe).AddSingleton<Calls.ServiceChannels>(),
        app => app.MapGrpcService<Probe>(),
        settings);
}
