using Regional.EventLog.Tests.Accounts;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests;

/// <summary>One that is made beside the one that is served; removed as when a rebuild lost its lead and does not know it yet, and another one begins.</summary>
public abstract class A_generation(Store store) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LedgerService _ledger = null!;
    private Reader _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _ledger = await LedgerService.Start(_folder, TimeProvider.System);
        await _ledger.Append(3);
        _reader = await Reader.Start(_folder, _ledger.Address, connectionString: await store.NewDatabase());
        await _reader.HasRead(3);
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task that_is_removed_can_be_served_by_nobody()
    {
        var made = await _reader.Cursors.Begin(Ledger.Region);
        Assert.True(await _reader.Cursors.BeginToRemove(made.Generation));

        await _reader.Execute("update cursors set position = 3 where generation = 2");
        Assert.False(await _reader.Cursors.Serve(made with { Cursor = new Cursor { Position = 3 } }));
        Assert.Equal(3, _reader.Stored().Cursor);
    }

    [Fact]
    public async Task that_is_removed_never_gives_its_number_to_another()
    {
        var made = await _reader.Cursors.Begin(Ledger.Region);
        await _reader.Cursors.BeginToRemove(made.Generation);
        await _reader.Cursors.EndRemoving(made.Generation);

        var next = await _reader.Cursors.Begin(Ledger.Region);

        Assert.Equal(made.Generation.Number + 1, next.Generation.Number);
    }

    [Fact]
    public async Task that_is_removed_is_not_the_one_that_is_served()
    {
        var served = await _reader.Cursors.Serving(Ledger.Region);

        Assert.False(await _reader.Cursors.BeginToRemove(served.Generation));
        Assert.Equal((3L, 1L), _reader.Kept());
    }

    [Fact]
    public async Task that_lies_behind_is_served_only_where_the_one_before_it_stands_still()
    {
        var made = await _reader.Cursors.Begin(Ledger.Region);

        Assert.False(await _reader.Cursors.Serve(made));
        Assert.Equal(3, _reader.Stored().Cursor);

        await _reader.Cursors.NoteStopAt((await _reader.Cursors.Serving(Ledger.Region)).Generation, 4);
        Assert.True(await _reader.Cursors.Serve(made));
        Assert.Equal(0, _reader.Stored().Cursor);
    }
}

public sealed class A_generation_on_SQLite() : A_generation(new Store());

public sealed class A_generation_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_generation(new Store(postgreSql));
