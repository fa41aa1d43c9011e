using Microsoft.AspNetCore.Components;

namespace Regional.AppHost.Development.StatusPage.Logs;

/// <summary>A part of a page that shows a log and is drawn anew as the log grows.</summary>
public abstract class LiveLog : ComponentBase, IAsyncDisposable
{
    // Often enough to look live, and seldom enough for a log that is written without a pause.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _closing = new();
    private Task _following = Task.CompletedTask;

    /// <summary>The resource whose log it is. A part shows one log only: where another may follow, give it a key.</summary>
    [Parameter, EditorRequired]
    public required string Resource { get; set; }

    private protected LogTail Tail { get; } = new();

    [Inject]
    private ResourceLoggerService Log { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            // Apart from the drawing: who reads a log slowly makes the resource write slowly.
            _following = Task.WhenAll(Task.Run(ReadAsync), DrawAsync());
        }
    }

    /// <summary>Takes what has been read since the last time.</summary>
    protected abstract void Refresh();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _closing.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        await foreach (var lines in Log.WatchAsync(Resource).WithCancellation(_closing.Token))
        {
            Tail.Add(lines);
        }
    }

    private async Task DrawAsync()
    {
        using var pace = new PeriodicTimer(Pace, Clock);
        for (var drawn = -1; await pace.WaitForNextTickAsync(_closing.Token);)
        {
            if (Tail.Total is var total && total != drawn)
            {
                drawn = total;
                Refresh();
                StateHasChanged();
            }
        }
    }
}
