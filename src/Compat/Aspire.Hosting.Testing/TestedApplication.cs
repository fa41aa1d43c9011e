using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An application that its AppHost's program runs, as the test has it.</summary>
internal sealed class TestedApplication(AppHostProgram program, DistributedApplication application) : DistributedApplication(application)
{
    private readonly IHostApplicationLifetime _lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();

    public override Task StartAsync(CancellationToken cancellationToken = default)
    {
        program.GoOn();
        return application.StartAsync(cancellationToken); // the program's own start and this are one
    }

    public override Task StopAsync(CancellationToken cancellationToken = default)
    {
        _lifetime.StopApplication();
        return program.EndedAsync().WaitAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        program.GiveUp();
        await StopAsync().ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
    }
}
