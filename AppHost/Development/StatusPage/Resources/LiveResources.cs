using Microsoft.AspNetCore.Components;

namespace Regional.AppHost.Development.StatusPage.Resources;

/// <summary>A page that is drawn anew whenever a resource changes.</summary>
public abstract class LiveResources : ComponentBase, IDisposable
{
    [Inject]
    private protected ResourceBoard Board { get; private set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Board.Changed += Draw;

    /// <inheritdoc/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Board.Changed -= Draw;
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
