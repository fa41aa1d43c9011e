using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>Gives each person number its random subject id, per purpose.</summary>
/// <remarks>What is stored is HMAC-SHA256 of the number under the key of the purpose, so that the table alone gives back no number, and two purposes cannot be
/// joined. After a change of keys a number is looked up in the new form, then in the old ones, and its row rewritten when it is seen.</remarks>
/// <param name="database">Holds pseudonyms and nothing else.</param>
/// <param name="keys">Holds the key of each purpose.</param>
public sealed class SubjectStore(Database database, SecretKeys keys)
{
    /// <summary>The purpose of Signalering: carrying out the Leerplichtwet.</summary>
    public const string Leerplicht = "leerplicht";

    // Every subject is read.
    private const int NoTimeout = 0;

    private const string CarryOut = "update erasures set entries = @Entries, hash = @Hash where entries = @entriesBefore and hash is not distinct from @hashBefore";
    private const string Renew = "update subjects set hmac = @renewed, form = @form where purpose = @purpose and hmac = @hmac";

    // CROSS JOIN holds SQLite to looking up each of the batch by the key; the other way round it walks through all pupils for each. OFFSET 0 holds PostgreSQL to it:
    // of a table that it does not know yet it thinks that few have the purpose, and takes them all.
    private static readonly Sql FindAll = new(
        """
        select wanted.key, subjects.subject from json_each(@hmacs) as wanted
          cross join subjects on subjects.purpose = @purpose and subjects.hmac = unhex(wanted.value)
        """,
        """
        select cast(wanted.n as integer) - 1, found.subject from unnest(@hmacs) with ordinality as wanted(hmac, n)
          cross join lateral (select subject from subjects where purpose = @purpose and hmac = wanted.hmac offset 0) as found
        """);

    private static readonly Sql Remove = new(
        "delete from subjects where subject in (select unhex(value) from json_each(@subjects))",
        "delete from subjects where subject = any(@subjects)");

    private static readonly TableWriter<(DigestForms Forms, byte[] Hmac, SubjectId Subject)> Rows = new("subjects", "on conflict do nothing")
    {
        { "purpose", row => row.Forms.Purpose },
        { "hmac", row => row.Hmac },
        { "subject", row => row.Subject.ToBytes() },
        { "form", row => row.Forms.Newest.Number },
    };

    // As many as two large batches: a statement finds or adds them all.
    private const int MostAtOnce = 1_000;

    private readonly NumberDigests _digests = new(database, keys);
    private readonly ConcurrentDictionary<string, SharedWork<PersonNumber, SubjectId?>> _resolving = new();

    /// <summary>The subjects of a batch of numbers, in the same order; who is new gets a random id, stored before this returns.</summary>
    /// <remarks>Batches that come at once share their statements and their commit.</remarks>
    public async Task<IReadOnlyList<SubjectId>> GetOrCreate(string purpose, IReadOnlyList<PersonNumber> numbers)
    {
        var resolving = _resolving.GetOrAdd(purpose, _ => new(MostAtOnce, together => Resolve(purpose, together, Newcomers)));
        return [.. (await resolving.Ask(numbers)).Select(subject => subject!.Value)];
    }

    /// <summary>The subject of a number; null where the number is not known.</summary>
    public async Task<SubjectId?> Find(string purpose, PersonNumber number) => (await Resolve(purpose, [number], _ => []))[0];

    /// <summary>Lets two numbers of one person, an onderwijsnummer and the BSN that took its place, lead to one subject.</summary>
    /// <returns>False where they are known as two subjects already: nothing is changed then.</returns>
    public async Task<bool> Link(string purpose, PersonNumber one, PersonNumber other) =>
        await Resolve(purpose, [one, other], OneForBoth) is [var first, var second] && first == second;

    /// <summary>How much of the list of erasures has been carried out here.</summary>
    public async Task<CarriedOut> Erasures()
    {
        await using var connection = await database.OpenReader();
        return await connection.QuerySingleAsync<CarriedOut>("select entries, hash from erasures");
    }

    /// <summary>The subjects of any purpose of which something holds; it reads them all.</summary>
    public async Task<IReadOnlyCollection<SubjectId>> Where(Func<SubjectId, bool> holds)
    {
        var found = new HashSet<SubjectId>();
        await using var connection = await database.OpenReader();
        await using var row = await connection.ExecuteReaderAsync("select subject from subjects", commandTimeout: NoTimeout);
        while (await row.ReadAsync())
        {
            var subject = new SubjectId(row.GetFieldValue<byte[]>(0));
            if (holds(subject))
            {
                found.Add(subject);
            }
        }

        return found;
    }

    /// <summary>Forgets subjects, whatever numbers lead to them.</summary>
    /// <param name="subjects">Which ones.</param>
    /// <param name="before">How much of the list of erasures has been carried out here.</param>
    /// <param name="after">How much of it then.</param>
    /// <returns>False where it is not <paramref name="before"/> any more: nothing was changed then.</returns>
    public Task<bool> Forget(IReadOnlyCollection<SubjectId> subjects, CarriedOut before, CarriedOut after) => database.Write(async transaction =>
    {
        // Who links a number to a subject meanwhile is waited for, and finds nothing after.
        await NumberDigests.HoldAlone(transaction);
        var connection = transaction.Connection!;
        if (await connection.ExecuteAsync(CarryOut, new { after.Entries, after.Hash, entriesBefore = before.Entries, hashBefore = before.Hash }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(Remove.For(connection), new { subjects = connection.SetOf(subjects.Select(s => s.ToBytes())) }, transaction);
        return true;
    });

    /// <inheritdoc cref="Database.Purge"/>
    public Task<bool> Purge() => database.Purge();

    // In order of the key: two batches that bring the same newcomers crosswise would wait for each other.
    private static IEnumerable<(byte[] Hmac, SubjectId Subject)> Newcomers(Batch batch) => batch.Missing.Select(i => (batch.Hmacs[i], SubjectId.New()));

    private static IEnumerable<(byte[] Hmac, SubjectId Subject)> OneForBoth(Batch batch)
    {
        var subject = batch.Subjects[0] ?? batch.Subjects[1] ?? SubjectId.New();
        return batch.Missing.Select(i => (batch.Hmacs[i], subject));
    }

    private async Task<IReadOnlyList<SubjectId?>> Resolve(string purpose, IReadOnlyList<PersonNumber> numbers, Func<Batch, IEnumerable<(byte[] Hmac, SubjectId Subject)>> added)
    {
        for (var forms = await _digests.Of(purpose); ; forms = await _digests.ReadAnew(purpose))
        {
            var seen = new Batch(forms, numbers, [.. numbers.Select(number => forms.Newest.Of(number, keys))]);
            await using (var reader = await database.OpenReader())
            {
                await Find(reader, null, seen);
            }

            if (seen.IsComplete)
            {
                return seen.Subjects;
            }

            if (await database.Write(transaction => Settle(transaction, seen.Anew(), added)) is { } settled)
            {
                return settled.Subjects;
            }
        }
    }

    /// <summary>Finds who is known in an old form, and adds rows for who is not; null where the forms are not those of the batch any more.</summary>
    private async Task<Batch?> Settle(DbTransaction transaction, Batch batch, Func<Batch, IEnumerable<(byte[] Hmac, SubjectId Subject)>> added)
    {
        var connection = transaction.Connection!;
        if (!await NumberDigests.Hold(transaction, batch.Forms))
        {
            return null;
        }

        await Find(connection, transaction, batch);

        foreach (var old in batch.Forms.NewestFirst.Skip(1))
        {
            var renewed = batch.Missing.Select(i => new { purpose = batch.Forms.Purpose, form = batch.Forms.Newest.Number, renewed = batch.Hmacs[i], hmac = old.Of(batch.Numbers[i], keys) });
            await connection.ExecuteAsync(Renew, renewed, transaction);
            await Find(connection, transaction, batch);
        }

        await Rows.Insert(transaction, [.. added(batch).Select(row => (batch.Forms, row.Hmac, row.Subject))]);
        // Another batch may have been first, and one batch may hold a number twice: what is stored decides.
        await Find(connection, transaction, batch);
        return batch;
    }

    private static async Task Find(DbConnection connection, DbTransaction? transaction, Batch batch)
    {
        if (batch.IsComplete)
        {
            return;
        }

        await using var reader = await connection.ExecuteReaderAsync(FindAll.For(connection), new { purpose = batch.Forms.Purpose, hmacs = connection.SetOf(batch.Hmacs) }, transaction);
        while (await reader.ReadAsync())
        {
            batch.Subjects[reader.GetInt32(0)] = new SubjectId(reader.GetFieldValue<byte[]>(1));
        }
    }

    /// <summary>Numbers of one call, what is stored of each, and the subjects as they are found.</summary>
    private sealed record Batch(DigestForms Forms, IReadOnlyList<PersonNumber> Numbers, byte[][] Hmacs)
    {
        public SubjectId?[] Subjects { get; private init; } = new SubjectId?[Numbers.Count];

        public bool IsComplete => !Subjects.Contains(null);

        /// <summary>Who was not found yet, in order of what is stored.</summary>
        public IReadOnlyList<int> Missing
        {
            get
            {
                var missing = Enumerable.Range(0, Subjects.Length).Where(i => Subjects[i] is null).ToList();
                missing.Sort((a, b) => Hmacs[a].AsSpan().SequenceCompareTo(Hmacs[b]));
                return missing;
            }
        }

        /// <summary>For a transaction, which may be undone; and who was found before it may have been forgotten since.</summary>
        public Batch Anew() => this with { Subjects = new SubjectId?[Numbers.Count] };
    }
}
