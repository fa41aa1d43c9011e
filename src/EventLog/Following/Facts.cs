using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Following;

/// <summary>In what two generations of facts differ, up to a position that both have read.</summary>
/// <param name="UpTo">The position.</param>
/// <param name="Count">How many facts the newer one has.</param>
/// <param name="Digest">Of these, 32 bytes: the same for the same facts, in whatever order and on whatever engine they lie.</param>
/// <param name="Missing">How many of these the older one has not.</param>
/// <param name="Surplus">How many the older one has beside.</param>
/// <param name="First">Position of the first event about which they differ; null where they are alike.</param>
internal sealed record Difference(long UpTo, long Count, byte[] Digest, long Missing, long Surplus, long? First);

/// <summary>The facts of a projection, whatever their columns are.</summary>
internal sealed class Facts(Database database, IProjection projection)
{
    // Facts of so many events are removed at a time, so that followers and readers get their turn.
    private const int RemovedAtOnce = 10_000;

    // A comparison reads every fact there is.
    private const int NoTimeout = 0;

    private static readonly Sql AtPositions = new("in (select value from json_each(@positions))", "= any(@positions)");

    /// <summary>Removes what events said that have been erased since, from every generation.</summary>
    public async Task Forget(DbTransaction transaction, string log, IReadOnlyCollection<long> positions)
    {
        if (positions.Count == 0)
        {
            return;
        }

        var connection = transaction.Connection!;
        foreach (var table in projection.Facts)
        {
            await connection.ExecuteAsync(
                $"delete from {table} where log = @log and position {AtPositions.For(connection)}", new { log, positions = connection.SetOf(positions) }, transaction);
        }
    }

    /// <summary>Compares what two generations of a log say of its events up to a position.</summary>
    public async Task<Difference> Compare(Generation older, Generation newer, long upTo, CancellationToken cancellation)
    {
        var digests = await Task.WhenAll(DigestOf(older, upTo, cancellation), DigestOf(newer, upTo, cancellation));
        var (count, digest) = digests[1];
        if (digest.AsSpan().SequenceEqual(digests[0].Digest))
        {
            return new(upTo, count, digest, 0, 0, null);
        }

        // Only then is it worth looking for each fact in the other one.
        await using var connection = await database.OpenReader();
        var (missing, surplus) = (0L, 0L);
        long? first = null;
        foreach (var table in projection.Facts)
        {
            var columns = await ColumnsOf(connection, table);
            var (onlyNewer, firstOfNewer) = await Beside(connection, table, columns, newer, older, upTo);
            var (onlyOlder, firstOfOlder) = await Beside(connection, table, columns, older, newer, upTo);
            (missing, surplus) = (missing + onlyNewer, surplus + onlyOlder);
            first = new[] { first, firstOfNewer, firstOfOlder }.Min();
        }

        return new(upTo, count, digest, missing, surplus, first);
    }

    /// <summary>Removes a generation that is not served.</summary>
    public async Task Remove(Generation generation)
    {
        foreach (var table in projection.Facts)
        {
            while (await database.Write(transaction => RemoveSome(transaction, table, generation)) > 0)
            {
                // There is more.
            }
        }
    }

    private async Task<(long Count, byte[] Digest)> DigestOf(Generation generation, long upTo, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader();
        var (count, sum) = (0L, BigInteger.Zero);
        foreach (var table in projection.Facts)
        {
            await foreach (var fact in Read(connection, table, await ColumnsOf(connection, table), generation, upTo, cancellation))
            {
                (count, sum) = (count + 1, sum + new BigInteger(SHA256.HashData(fact), isUnsigned: true));
            }
        }

        return (count, SHA256.HashData(sum.ToByteArray()));
    }

    private static async Task<int> RemoveSome(DbTransaction transaction, string table, Generation generation)
    {
        const string OfGeneration = "where log = @Log and generation = @Number";
        return await transaction.Connection!.ExecuteAsync(
            $"delete from {table} {OfGeneration} and position < {RemovedAtOnce} + (select min(position) from {table} {OfGeneration})", new { generation.Log, generation.Number }, transaction);
    }

    // Whatever a fact says, beside of which making it is.
    private static async Task<string> ColumnsOf(DbConnection connection, string table)
    {
        await using var nothing = await connection.ExecuteReaderAsync($"select * from {table} where false");
        return string.Join(", ", Enumerable.Range(0, nothing.FieldCount).Select(nothing.GetName).Where(name => name != "generation").Order(StringComparer.Ordinal));
    }

    private static async Task<(long Count, long? First)> Beside(DbConnection connection, string table, string columns, Generation these, Generation those, long upTo) =>
        await connection.QuerySingleAsync<(long, long?)>(
            $"""
            select count(*), min(position)
              from (select {columns} from {table} where log = @Log and generation = @These and position <= @upTo
                    except
                    select {columns} from {table} where log = @Log and generation = @Those and position <= @upTo) as beside
            """,
            new { these.Log, These = these.Number, Those = those.Number, upTo },
            commandTimeout: NoTimeout);

    private static async IAsyncEnumerable<byte[]> Read(
        DbConnection connection, string table, string columns, Generation generation, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var text = new StringBuilder();
        await using var row = await connection.ExecuteReaderAsync(
            $"select {columns} from {table} where log = @Log and generation = @Number and position <= @upTo", new { generation.Log, generation.Number, upTo }, commandTimeout: NoTimeout);
        while (await row.ReadAsync(cancellation))
        {
            text.Clear();
            for (var i = 0; i < row.FieldCount; i++)
            {
                text.Append(TextOf(row.GetValue(i))).Append('\n');
            }

            yield return Encoding.UTF8.GetBytes(text.ToString());
        }
    }

    private static string TextOf(object value) => value switch
    {
        DBNull => "~",
        byte[] bytes => Convert.ToHexString(bytes),
        bool yes => yes ? "1" : "0",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
