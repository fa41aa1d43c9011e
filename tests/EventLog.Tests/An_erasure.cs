using System.Globalization;
using System.Text;
using Dapper;
using Regional.EventLog.Erasing;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Refusals;
using Regional.Subjects;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests;

public abstract class An_erasure(Store store)
{
    [Fact]
    public async Task takes_body_subject_and_state_and_leaves_the_rest_as_it_was()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3), new Posting("a", 2));

        Assert.Equal(2, await ledger.Erase("a"));

        var events = ledger.Events();
        Assert.Equal([("", 1L), ("b+3", 2), ("", 3)], events.Take(3).Select(e => (e.Body, e.Position)));
        Assert.Equal([0, 16, 0], events.Take(3).Select(e => e.Subject.Length));
        Assert.All(events.Take(3), e => Assert.Equal(Posting.PostedType, e.Type));
        Assert.Equal([new StoredAccount("b", 3, 2)], ledger.Accounts());
    }

    [Fact]
    public async Task is_told_to_followers_by_an_event_that_names_positions_only()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3), new Posting("a", 2));
        var before = Today.Of(DateTimeOffset.UtcNow);

        await ledger.Erase("a");

        var told = (await ledger.Pages(new())).Single().Events[^1];
        var body = EventsErased.Parser.ParseFrom(told.Data);
        Assert.Equal((4L, "nl.regional.ledger.gewist.v1", false), (told.Sequence, told.Type, told.Erased));
        Assert.Equal([1L, 3L], body.Positions);
        Assert.InRange(new DateOnly(body.CompleteFrom.Year, body.CompleteFrom.Month, body.CompleteFrom.Day), before.AddDays(1), Today.Of(DateTimeOffset.UtcNow).AddDays(1));
    }

    [Theory]
    [InlineData("2025-07-14T21:59:59Z", 15)]
    [InlineData("2025-07-14T22:00:00Z", 16)]
    [InlineData("2025-01-14T22:59:59Z", 15)]
    [InlineData("2025-01-14T23:00:00Z", 16)]
    public void makes_figures_complete_from_the_day_after_the_newest_event_as_the_Netherlands_count_days(string newest, int day)
    {
        var told = ErasureEvent.Of("ledger", [1], DateTimeOffset.Parse(newest, CultureInfo.InvariantCulture));

        Assert.Equal(day, EventsErased.Parser.ParseFrom(told.Body.Span).CompleteFrom.Day);
    }

    [Fact]
    public async Task leaves_a_log_that_verifies()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(Enumerable.Range(0, 400).Select(i => new Posting($"{i % 20}", 1)));

        await ledger.Erase("7");

        var verdict = Assert.Single(await ledger.Verify());
        Assert.Equal((401L, 20L, null), (verdict.Events, verdict.Erased, verdict.Break));
    }

    [Fact]
    public async Task is_not_undone_by_a_repeat_of_the_request()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);
        await ledger.Post(posting);
        await ledger.Erase("a");

        var again = await ledger.Post(posting, new Posting("a", 1));

        Assert.Equal(["REQUEST_ERASED", "a=1"], again.Select(Ledger.TextOf));
        Assert.Equal(["a+1"], ledger.Events().Skip(2).Select(e => e.Body));
    }

    [Fact]
    public async Task of_what_is_not_there_changes_nothing()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("b", 1));

        Assert.Equal(0, await ledger.Erase("a"));
        Assert.Equal(0, await ledger.Erase("b", "PO3008"));

        Assert.Equal(["b+1"], ledger.Events().Select(e => e.Body));
    }

    [Fact]
    public async Task is_of_one_log_where_only_that_is_named()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1));
        await ledger.PostIn("PO3008", new Posting("z", 2));

        await ledger.Erase("a");

        Assert.Equal(["z+2"], ledger.Events("PO3008").Select(e => e.Body));
        Assert.All(await ledger.Verify(), verdict => Assert.Null(verdict.Break));
    }

    [Fact]
    public async Task takes_the_pseudonym_when_no_event_is_left_of_it()
    {
        await using var ledger = await Ledger.Open(store);
        Assert.True(PersonNumber.TryParse("999993653", false, out var number, out _));
        var subject = (await ledger.Subjects.GetOrCreate("tests", [number]))[0];
        await ledger.PostFor(subject, "a", Ledger.Region);
        await ledger.PostFor(subject, "b", "PO3008");

        await ledger.Erasures.Order(subject, [new(Ledger.Region, Posting.SubjectOf("a"))]);
        Assert.Equal(subject, await ledger.Subjects.Find("tests", number));

        await ledger.Erasures.Order(subject, [new("PO3008", Posting.SubjectOf("b"))]);
        Assert.Null(await ledger.Subjects.Find("tests", number));
    }

    [Fact]
    public async Task that_was_ordered_is_carried_out_at_the_start_where_the_process_died()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3));
        await ledger.OrderOnly("a");
        await ledger.Reopen();

        await Start(ledger);
        await Start(ledger);

        Assert.Equal(["", "b+3"], ledger.Events().Take(2).Select(e => e.Body));
        Assert.Equal(3, ledger.Head());
    }

    [Fact]
    public async Task of_which_a_backup_knows_nothing_is_carried_out_before_that_serves()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3), new Posting("c", 1));
        await ledger.Erase("c");
        await ledger.Backup();
        await ledger.Post(new Posting("a", 2));
        await ledger.Erase("a");
        await ledger.Erase("b");
        await ledger.Restore();
        Assert.Equal("a+5", ledger.Events()[0].Body);

        await Start(ledger);

        Assert.Equal(["", "", ""], ledger.Events().Take(3).Select(e => e.Body));
        Assert.Empty(ledger.Accounts());
        var verdict = Assert.Single(await ledger.Verify());
        Assert.Equal((5L, 3L, null), (verdict.Events, verdict.Erased, verdict.Break));
    }

    [Theory]
    [InlineData(0, "holds 0 erasures, and the data have carried out 2")]
    [InlineData(1, "holds 1 erasures, and the data have carried out 2")]
    public async Task cannot_be_forgotten_by_putting_back_an_older_list(int lines, string problem)
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3));
        await ledger.Erase("a");
        await ledger.Erase("b");
        await File.WriteAllLinesAsync(ledger.ErasureFile, (await File.ReadAllLinesAsync(ledger.ErasureFile, TestContext.Current.CancellationToken)).Take(lines), TestContext.Current.CancellationToken);

        Assert.Contains(problem, (await Assert.ThrowsAsync<StartupFaultException>(() => Start(ledger))).Message);
    }

    [Fact]
    public async Task that_was_changed_in_the_list_stops_the_start_and_is_named()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3));
        await ledger.Erase("a");
        await ledger.Erase("b");
        var text = await File.ReadAllTextAsync(ledger.ErasureFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(ledger.ErasureFile, text.Replace("VO2201", "VO2202", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("line 1, is not what was written there", (await Assert.ThrowsAsync<StartupFaultException>(() => Start(ledger))).Message);
    }

    [Fact]
    public async Task of_which_the_order_was_cut_off_was_never_ordered()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5), new Posting("b", 3));
        await ledger.OrderOnly("a");
        var text = await File.ReadAllTextAsync(ledger.ErasureFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(ledger.ErasureFile, text[..^10], TestContext.Current.CancellationToken);
        await Start(ledger);
        Assert.Equal("a+5", ledger.Events()[0].Body);

        await ledger.Erase("b");

        Assert.Equal(["a+5", ""], ledger.Events().Take(2).Select(e => e.Body));
        Assert.Single(await File.ReadAllLinesAsync(ledger.ErasureFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task takes_nothing_of_others_however_much_is_appended_meanwhile()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(Enumerable.Range(0, 30).Select(i => new Posting($"{i}", 1)));
        var appending = Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => ledger.Post(new Posting($"{i % 30}", 1), new Posting("other", 1)), TestContext.Current.CancellationToken)));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => ledger.Erase($"{i}"), TestContext.Current.CancellationToken)));
        await appending;

        Assert.Null(Assert.Single(await ledger.Verify()).Break);
        Assert.Equal(40, ledger.Events().Count(e => e.Body == "other+1"));
        Assert.Equal(40 + 30 - 10 - Enumerable.Range(0, 40).Count(i => i % 30 < 10), ledger.Events().Count(e => e.Body is [>= '1' and <= '9', >= '0' and <= '9', '+', '1']));
        Assert.Equal(ledger.Accounts().Sum(a => a.Balance), ledger.Events().Count(e => e.Body.EndsWith("+1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task keeps_out_what_was_on_its_way_with_the_erased_subject()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        var known = ledger.Erasures.Known;
        await ledger.Erase("a");

        // In one commit with others that looked their subjects up before or after.
        var late = await ledger.Post(new Posting("a", 1) { Erasures = known }, new Posting("b", 1) { Erasures = ledger.Erasures.Known });
        var later = await ledger.Post(new Posting("a", 1) { Erasures = ledger.Erasures.Known });
        var elsewhere = await ledger.PostIn("PO3008", new Posting("a", 1) { Erasures = known });

        Assert.Equal(["ERASED_MEANWHILE", "b=2", "a=1", "ERASED_MEANWHILE"], late.Concat(later).Concat(elsewhere).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task leaves_no_byte_that_leads_to_the_subject()
    {
        await using var ledger = await Ledger.Open(store);
        var secret = Posting.SubjectOf("secret");
        for (var i = 0; i < 60; i++)
        {
            // Among so many others that pages were split and states moved.
            await ledger.Post(Enumerable.Range(0, 40).Select(n => new Posting($"{(i * 40) + n}", 1)).Append(new Posting("secret", 1)));
        }

        var wrapped = await ledger.Database.Write(transaction => transaction.Connection!.QuerySingleAsync<byte[]>("select wrapped from file_keys where file = @secret", new { secret }, transaction));
        Assert.True(await Holds(ledger, secret) && await Holds(ledger, wrapped) && await Holds(ledger, "secret=60"u8.ToArray()));

        await ledger.Erase("secret");

        Assert.False(await Holds(ledger, secret), "The subject is still there.");
        Assert.False(await Holds(ledger, wrapped), "The key is still there.");
        Assert.False(await Holds(ledger, "secret"u8.ToArray()), "State or answer is still there.");
    }

    // What lies in the files of SQLite, down to the last byte; of PostgreSQL, what a query can read.
    private static async Task<bool> Holds(Ledger ledger, byte[] bytes)
    {
        foreach (var file in Directory.EnumerateFiles(ledger.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal) && !f.EndsWith(".ndjson", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            if (content.ToArray().AsSpan().IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        await using var connection = await ledger.Database.OpenReader();
        return connection is Npgsql.NpgsqlConnection && await AnyRow(connection, Convert.ToHexStringLower(bytes)) is true
            || connection is Npgsql.NpgsqlConnection && await AnyRow(connection, Encoding.Latin1.GetString(bytes)) is true;
    }

    private static async Task<bool> AnyRow(System.Data.Common.DbConnection connection, string text)
    {
        foreach (var table in await connection.QueryAsync<string>("select tablename from pg_tables where schemaname = current_schema()"))
        {
            if (text.All(c => c is > ' ' and < (char)127) && await connection.ExecuteScalarAsync<bool>($"select exists(select 1 from {table} t where position(@text in t::text) > 0)", new { text }))
            {
                return true;
            }
        }

        return false;
    }

    private static Task Start(Ledger ledger) => ledger.Erasures.StartAsync(TestContext.Current.CancellationToken);
}

public sealed class An_erasure_on_SQLite() : An_erasure(new Store());

public sealed class An_erasure_on_PostgreSQL(PostgreSqlFixture postgreSql) : An_erasure(new Store(postgreSql));
