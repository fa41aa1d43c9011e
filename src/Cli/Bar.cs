using Spectre.Console;

namespace Regional.Cli;

/// <summary>A bar that shows how far long work is, where a person looks on.</summary>
internal sealed class Bar : IProgress<double>
{
    private readonly ProgressTask _task;

    private Bar(ProgressTask task) => _task = task;

    /// <summary>Works under a bar.</summary>
    /// <param name="terminal">Where it is drawn, on standard error.</param>
    /// <param name="title">What is done.</param>
    /// <param name="isWanted">False where standard error is read by a program.</param>
    /// <param name="work">The work; it reports the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<T> Over<T>(Terminal terminal, string title, bool isWanted, Func<IProgress<double>?, T> work, CancellationToken cancellationToken)
    {
        if (!isWanted || !terminal.IsInteractive)
        {
            return work(null);
        }

        return await terminal.ConsoleOn(terminal.Error).Progress().AutoClear(true).StartAsync(progress =>
        {
            var bar = progress.AddTask(title, maxValue: 1);
            return Task.Run(() => work(new Bar(bar)), cancellationToken);
        });
    }

    // Progress<T> hands each report to another thread; a late one would come after the bar is gone.
    void IProgress<double>.Report(double value) => _task.Value = value;
}
