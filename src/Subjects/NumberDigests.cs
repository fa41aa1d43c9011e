using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>One way in which the numbers of a purpose are digested: HMAC-SHA256 under the first key, of that under the next, and so on.</summary>
/// <param name="Number">Rises; the highest is that of newcomers.</param>
/// <param name="Keys">Names of the keys.</param>
internal sealed record DigestForm(int Number, IReadOnlyList<string> Keys)
{
    /// <summary>What is stored of a number.</summary>
    public byte[] Of(PersonNumber number, SecretKeys keys)
    {
        Span<byte> text = stackalloc byte[16];
        var digest = HMACSHA256.HashData(keys.Get(Keys[0]), text[..number.CopyTo(text)]);
        return Keys.Skip(1).Aggregate(digest, (inner, key) => HMACSHA256.HashData(keys.Get(key), inner));
    }
}

/// <summary>The forms of a purpose, newest first: in which order a number is looked up.</summary>
internal sealed record DigestForms(string Purpose, IReadOnlyList<DigestForm> NewestFirst)
{
    public DigestForm Newest => NewestFirst[0];

    public bool IsSame(DigestForms other) =>
        NewestFirst.Select(f => (f.Number, string.Join(' ', f.Keys))).SequenceEqual(other.NewestFirst.Select(f => (f.Number, string.Join(' ', f.Keys))));
}

/// <summary>The forms of each purpose, kept in memory. Another process may change them: who writes holds them first, and reads them anew where they differ.</summary>
internal sealed class NumberDigests(Database database, SecretKeys keys)
{
    private const string Find = "select form, keys from number_digests where purpose = @purpose order by form desc";

    // One process has a SQLite file, and one transaction at a time writes it. A statement of its own: what comes after sees what was committed before the lock came.
    private static readonly Sql Share = new("", "select pg_advisory_xact_lock_shared(hashtext('regional digests ' || current_schema()))");
    private static readonly Sql Exclude = new("", "select pg_advisory_xact_lock(hashtext('regional digests ' || current_schema()))");

    private readonly ConcurrentDictionary<string, DigestForms> _known = new();

    public async Task<DigestForms> Of(string purpose) => _known.TryGetValue(purpose, out var known) ? known : await Read(purpose);

    /// <summary>The forms as they are now, with keys that another process has made since.</summary>
    public async Task<DigestForms> ReadAnew(string purpose)
    {
        await keys.Open([]);
        return await Read(purpose);
    }

    /// <summary>Keeps the forms as they are until the transaction ends; false where they are not these any more.</summary>
    public static async Task<bool> Hold(DbTransaction transaction, DigestForms forms)
    {
        await Lock(transaction, Share);
        return forms.IsSame(await Read(transaction.Connection!, transaction, forms.Purpose));
    }

    /// <summary>The forms, of which nobody makes use until the transaction ends.</summary>
    public static async Task<DigestForms> HoldAlone(DbTransaction transaction, string purpose)
    {
        await HoldAlone(transaction);
        return await Read(transaction.Connection!, transaction, purpose);
    }

    /// <summary>Lets nobody look for rows to add to until the transaction ends.</summary>
    public static Task HoldAlone(DbTransaction transaction) => Lock(transaction, Exclude);

    private async Task<DigestForms> Read(string purpose)
    {
        await using var connection = await database.OpenReader();
        return _known[purpose] = await Read(connection, null, purpose);
    }

    private static async Task<DigestForms> Read(DbConnection connection, DbTransaction? transaction, string purpose)
    {
        var stored = (await connection.QueryAsync<(int Form, string Keys)>(Find, new { purpose }, transaction)).Select(row => new DigestForm(row.Form, row.Keys.Split(' '))).ToList();
        return new(purpose, stored.Count > 0 ? stored : [new(1, [purpose])]);
    }

    private static Task Lock(DbTransaction transaction, Sql sql) =>
        sql.For(transaction.Connection!) is { Length: > 0 } statement ? transaction.Connection!.ExecuteAsync(statement, transaction: transaction) : Task.CompletedTask;
}
