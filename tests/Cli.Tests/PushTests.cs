namespace Regional.Cli.Tests;

/// <summary>What every test of a push has: a folder, and a Signalering to push to.</summary>
public abstract class PushTests : IAsyncLifetime
{
    private protected Shell Shell { get; } = new();

    private protected FakeSignalering Signalering { get; } = new();

    private protected FakeHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await FakeHost.Start(Signalering);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Host.DisposeAsync();
        Shell.Dispose();
    }

    /// <summary>Pushes as one bearer.</summary>
    private protected Task<Ran> Push(params string[] args) => Shell.Run(["push", .. args, "--token", "secret", "--address", Host.Address.ToString()]);

    private protected static (ExitCode ExitCode, int Signals, int Accepted, int Duplicate) Counts(Ran ran) =>
        (ran.ExitCode, ran.Json.GetProperty("signals").GetInt32(), ran.Json.GetProperty("accepted").GetInt32(), ran.Json.GetProperty("duplicate").GetInt32());
}
