using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>Gives each person number its random subject id, per purpose.</summary>
/// <remarks>What is stored is HMAC-SHA256 of the number under the key of the purpose, so that the table alone gives back no number, and two purposes cannot be joined.</remarks>
/// <param name="database">Holds pseudonyms and nothing else.</param>
/// <param name="keys">Holds the key of each purpose.</param>
public sealed class SubjectStore(SqliteDatabase database, SecretKeys keys)
{
    /// <summary>The purpose of Signalering: carrying out the Leerplichtwet.</summary>
    public const string Leerplicht = "leerplicht";

    // One statement for the whole batch, which comes in as one JSON text of hexadecimal digits. CROSS JOIN holds SQLite to looking up each of them by the
    // key; the other way round it walks through all pupils for each.
    private const string Find = """
        select wanted.key, subjects.subject from json_each($hmacs) as wanted
          cross join subjects on subjects.purpose = $purpose and subjects.hmac = unhex(wanted.value)
        """;

    private const string Insert = """
        insert into subjects(purpose, hmac, subject)
        select $purpose, unhex(value ->> 0), unhex(value ->> 1) from json_each($missing) where true on conflict do nothing
        """;

    /// <summary>The subjects of a batch of numbers, in the same order; who is new gets a random id, stored before this returns.</summary>
    public async Task<IReadOnlyList<SubjectId>> GetOrCreate(string purpose, IReadOnlyList<PersonNumber> numbers)
    {
        var key = keys.Get(purpose);
        var hmacs = numbers.Select(number => Hmac(key, number)).ToArray();
        var subjects = new SubjectId?[numbers.Count];
        using (var reader = database.OpenReader())
        {
            FindAll(reader, null, purpose, hmacs, subjects);
        }

        if (subjects.Contains(null))
        {
            await database.Write(transaction =>
            {
                InsertMissing(transaction, purpose, hmacs, subjects);
                // Another batch may have been first, and one batch may hold a number twice: what is stored decides.
                FindAll(transaction.Connection!, transaction, purpose, hmacs, subjects);
                return true;
            });
        }

        return [.. subjects.Select(s => s!.Value)];
    }

    private static void FindAll(SqliteConnection connection, SqliteTransaction? transaction, string purpose, string[] hmacs, SubjectId?[] subjects)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Find;
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$purpose", purpose);
        command.Parameters.AddWithValue("$hmacs", JsonSerializer.Serialize(hmacs));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            subjects[reader.GetInt32(0)] = new SubjectId(reader.GetFieldValue<byte[]>(1));
        }
    }

    private static void InsertMissing(SqliteTransaction transaction, string purpose, string[] hmacs, SubjectId?[] subjects)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.CommandText = Insert;
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$purpose", purpose);
        var missing = hmacs.Where((_, i) => subjects[i] is null).Distinct().Select(hmac => (string[])[hmac, SubjectId.New().ToString()]);
        command.Parameters.AddWithValue("$missing", JsonSerializer.Serialize(missing));
        command.ExecuteNonQuery();
    }

    private static string Hmac(byte[] key, PersonNumber number)
    {
        Span<byte> text = stackalloc byte[16];
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, text[..number.CopyTo(text)]));
    }
}
