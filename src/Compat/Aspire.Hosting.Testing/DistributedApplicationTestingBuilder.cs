using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost's own program in a test, up to the point where it has described its application.</summary>
/// <remarks>The endpoints are at free ports, whichever the AppHost asks for, and neither Ctrl-C nor SIGTERM reaches the application.</remarks>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs an AppHost without arguments.</summary>
    /// <typeparam name="TEntryPoint">A type of the AppHost's assembly, such as its class in the namespace <c>Projects</c>.</typeparam>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application, described and not yet built.</returns>
    /// <exception cref="InvalidOperationException">The program has ended without describing one.</exception>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class =>
        CreateAsync(typeof(TEntryPoint), cancellationToken);

    /// <summary>Runs an AppHost.</summary>
    /// <typeparam name="TEntryPoint">A type of the AppHost's assembly, such as its class in the namespace <c>Projects</c>.</typeparam>
    /// <param name="args">Its command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application, described and not yet built.</returns>
    /// <exception cref="InvalidOperationException">The program has ended without describing one.</exception>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class =>
        CreateAsync(typeof(TEntryPoint), args, cancellationToken);

    /// <summary>Runs an AppHost without arguments.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application, described and not yet built.</returns>
    /// <exception cref="InvalidOperationException">The program has ended without describing one.</exception>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, [], cancellationToken);

    /// <summary>Runs an AppHost.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="args">Its command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application, described and not yet built.</returns>
    /// <exception cref="InvalidOperationException">The program has ended without describing one.</exception>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, args, (_, _) => { }, cancellationToken);

    /// <summary>Runs an AppHost.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="args">Its command line.</param>
    /// <param name="configureBuilder">Changes what the application begins with, such as its configuration.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application, described and not yet built.</returns>
    /// <exception cref="InvalidOperationException">The program has ended without describing one.</exception>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
    {
        var program = new AppHostProgram(entryPoint.Assembly, args, configureBuilder);
        try
        {
            return new TestingBuilder(program, await program.DescribedAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            program.GiveUp();
            throw;
        }
    }
}
