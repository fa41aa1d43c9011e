using Microsoft.AspNetCore.Components;
using Regional.AppHost.Development.Telemetry;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>A page that is drawn anew each second, as long as something has come in and nobody has paused it.</summary>
public abstract class LiveTelemetry : ComponentBase, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private long _drawn;

    [Inject]
    private protected TelemetryStore Store { get; private set; } = null!;

    [Inject]
    private protected TimeProvider Clock { get; private set; } = null!;

    /// <summary>Whether what is shown stays as it is.</summary>
    protected bool IsPaused { get; private set; }

    /// <summary>How much has come in since it was paused.</summary>
    protected long Waiting => Version - _drawn;

    /// <summary>What rises with all that would change the page.</summary>
    private protected abstract long Version { get; }

    /// <summary>Takes what there is now; not while it is paused.</summary>
    protected virtual void Take()
    {
    }

    /// <summary>Makes of it what is shown.</summary>
    protected abstract void Show();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _ = KeepDrawing();
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (IsPaused)
        {
            Show();
        }
        else
        {
            Draw();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>Pauses, or goes on with what has come meanwhile.</summary>
    protected void PauseOrResume()
    {
        IsPaused = !IsPaused;
        Draw();
    }

    private async Task KeepDrawing()
    {
        var gone = _gone.Token;
        using var timer = new PeriodicTimer(Interval, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(gone))
            {
                if (Version != _drawn)
                {
                    await InvokeAsync(Tick);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void Tick()
    {
        if (!IsPaused)
        {
            Draw();
        }

        StateHasChanged();
    }

    private void Draw()
    {
        _drawn = Version;
        Take();
        Show();
    }
}
