using Microsoft.Extensions.Hosting;

namespace Regional.AppHost.Development;

/// <summary>The lifetime of a server within the AppHost: Ctrl-C is the AppHost's affair.</summary>
internal sealed class WithAppHost : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
