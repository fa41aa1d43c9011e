using System.Security.Cryptography;
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

    private const string Find = "select subject from subjects where purpose = $purpose and hmac = $hmac";
    private const string Insert = "insert into subjects(purpose, hmac, subject) values ($purpose, $hmac, $subject) on conflict do nothing";

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

    private static void FindAll(SqliteConnection connection, SqliteTransaction? transaction, string purpose, byte[][] hmacs, SubjectId?[] subjects)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Find;
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$purpose", purpose);
        var hmac = command.Parameters.Add("$hmac", SqliteType.Blob);
        for (var i = 0; i < hmacs.Length; i++)
        {
            if (subjects[i] is null)
            {
                hmac.Value = hmacs[i];
                subjects[i] = command.ExecuteScalar() is byte[] found ? new SubjectId(found) : null;
            }
        }
    }

    private static void InsertMissing(SqliteTransaction transaction, string purpose, byte[][] hmacs, SubjectId?[] subjects)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.CommandText = Insert;
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$purpose", purpose);
        var hmac = command.Parameters.Add("$hmac", SqliteType.Blob);
        var subject = command.Parameters.Add("$subject", SqliteType.Blob);
        foreach (var missing in Enumerable.Range(0, hmacs.Length).Where(i => subjects[i] is null))
        {
            hmac.Value = hmacs[missing];
            subject.Value = SubjectId.New().ToBytes();
            command.ExecuteNonQuery();
        }
    }

    private static byte[] Hmac(byte[] key, PersonNumber number)
    {
        Span<byte> text = stackalloc byte[16];
        return HMACSHA256.HashData(key, text[..number.CopyTo(text)]);
    }
}
