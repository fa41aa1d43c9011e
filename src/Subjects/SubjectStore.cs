using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>Gives each person number its random subject id, per purpose.</summary>
/// <remarks>What is stored is HMAC-SHA256 of the number under the key of the purpose, so that the table alone gives back no number, and two purposes cannot be joined.</remarks>
/// <param name="database">Holds pseudonyms and nothing else.</param>
/// <param name="keys">Holds the key of each purpose.</param>
public sealed class SubjectStore(Database database, SecretKeys keys)
{
    /// <summary>The purpose of Signalering: carrying out the Leerplichtwet.</summary>
    public const string Leerplicht = "leerplicht";

    // CROSS JOIN holds SQLite to looking up each of the batch by the key; the other way round it walks through all pupils for each.
    private static readonly Sql Find = new(
        """
        select wanted.key, subjects.subject from json_each(@hmacs) as wanted
          cross join subjects on subjects.purpose = @purpose and subjects.hmac = unhex(wanted.value)
        """,
        """
        select cast(wanted.n as integer) - 1, subjects.subject from unnest(@hmacs) with ordinality as wanted(hmac, n)
          join subjects on subjects.purpose = @purpose and subjects.hmac = wanted.hmac
        """);

    private static readonly TableWriter<(string Purpose, byte[] Hmac)> Newcomers = new("subjects", "on conflict do nothing")
    {
        { "purpose", row => row.Purpose },
        { "hmac", row => row.Hmac },
        { "subject", _ => SubjectId.New().ToBytes() },
    };

    /// <summary>The subjects of a batch of numbers, in the same order; who is new gets a random id, stored before this returns.</summary>
    public async Task<IReadOnlyList<SubjectId>> GetOrCreate(string purpose, IReadOnlyList<PersonNumber> numbers)
    {
        var key = keys.Get(purpose);
        var hmacs = numbers.Select(number => Hmac(key, number)).ToArray();
        var subjects = new SubjectId?[numbers.Count];
        await using (var reader = await database.OpenReader())
        {
            await FindAll(reader, null, purpose, hmacs, subjects);
        }

        if (subjects.Contains(null))
        {
            await database.Write(async transaction =>
            {
                await Newcomers.Insert(transaction, Missing(purpose, hmacs, subjects));
                // Another batch may have been first, and one batch may hold a number twice: what is stored decides.
                await FindAll(transaction.Connection!, transaction, purpose, hmacs, subjects);
            });
        }

        return [.. subjects.Select(s => s!.Value)];
    }

    private static async Task FindAll(DbConnection connection, DbTransaction? transaction, string purpose, byte[][] hmacs, SubjectId?[] subjects)
    {
        await using var reader = await connection.ExecuteReaderAsync(Find.For(connection), new { purpose, hmacs = connection.SetOf(hmacs) }, transaction);
        while (await reader.ReadAsync())
        {
            subjects[reader.GetInt32(0)] = new SubjectId(reader.GetFieldValue<byte[]>(1));
        }
    }

    // In order of the key: two batches that bring the same newcomers crosswise would wait for each other.
    private static List<(string, byte[])> Missing(string purpose, byte[][] hmacs, SubjectId?[] subjects)
    {
        var missing = hmacs.Where((_, i) => subjects[i] is null).ToList();
        missing.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return [.. missing.Select(hmac => (purpose, hmac))];
    }

    private static byte[] Hmac(byte[] key, PersonNumber number)
    {
        Span<byte> text = stackalloc byte[16];
        return HMACSHA256.HashData(key, text[..number.CopyTo(text)]);
    }
}
