namespace Aspire.Hosting.Testing;

/// <summary>An application as its AppHost has described it, which a test can change before it is built.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Builds the application. What the AppHost does after that, it does when the application is started.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application, not yet started. Disposing of it ends the AppHost's program.</returns>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
