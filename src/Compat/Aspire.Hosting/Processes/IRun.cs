using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>One run of a resource: a process that was started, or a server that was brought up.</summary>
internal interface IRun : IAsyncDisposable
{
    /// <summary>What it wrote last, to be read after a sentence.</summary>
    string LastWords { get; }

    /// <summary>What is known of its resource, with what can be said of this run.</summary>
    CustomResourceSnapshot Described(CustomResourceSnapshot snapshot);

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; 128 and the signal's number where a signal ended it.</returns>
    Task<int> WaitForExitAsync(CancellationToken cancellation);

    /// <summary>Asks it to end, and ends it when it has not done so in time.</summary>
    /// <returns>Its exit code, and whether it ended by itself.</returns>
    Task<(int ExitCode, bool ByItself)> StopAsync(TimeSpan patience);
}
